/** Prints a line, in a test too, whose output the runner would hold back until the test has ended. */
export function say(line: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(`${line}\n`));
}
