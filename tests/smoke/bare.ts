/** The executable that `deno task smoke` was given. */
export function executable(): string {
  const path = Deno.env.get("BELLTOWER_SMOKE");
  if (path === undefined) throw new Error("run this by `deno task smoke build/belltower`");
  return path;
}

/**
 * A program in `folder` that starts the executable with nothing around it: no PATH, no HOME, no other variable, in
 * an empty folder. With `trace`, strace writes there which files and addresses it asked the system for; the
 * process that was started is the executable all the same, so that it gets the signals.
 */
export async function bareExecutable(folder: string, trace: string | null = null): Promise<string> {
  const [script, empty] = [`${folder}/belltower`, `${folder}/empty`];
  await Deno.mkdir(empty, { recursive: true });
  const strace = trace === null
    ? ""
    : `strace -D -f -qq -s 300 -e trace=%file,connect -o ${trace} `;
  await Deno.writeTextFile(
    script,
    `#!/bin/sh\ncd ${empty}\nexec ${strace}/usr/bin/env -i ${executable()} "$@"\n`,
    { mode: 0o755 },
  );
  return script;
}

/** Has the tests' helpers start this program from now on; null is the sources. */
export function startFrom(program: string | null): void {
  if (program === null) Deno.env.delete("BELLTOWER_EXECUTABLE");
  else Deno.env.set("BELLTOWER_EXECUTABLE", program);
}
