/** Runs this Deno in `folder`; returns what it printed. Throws with its words where it failed. */
export async function run(folder: string, args: readonly string[]): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: folder,
    // Offices have certificates of their own between them and the registry.
    env: { NO_COLOR: "1", DENO_TLS_CA_STORE: "mozilla,system" },
    stdin: "null",
  }).output();
  const text = new TextDecoder();
  if (!success) throw new Error(`deno ${args.join(" ")} failed: ${text.decode(stderr)}`);
  return text.decode(stdout);
}
