/**
 * Runs `deno test` over `args` with `env` beside the own environment, its output where this program's goes; returns
 * its exit status.
 */
export async function runTests(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const { code } = await new Deno.Command(Deno.execPath(), {
    args: ["test", "--allow-all", "--quiet", "--no-check", ...args],
    env,
    stdin: "null",
    stdout: "inherit",
    stderr: "inherit",
  }).output();
  return code;
}

/**
 * The variable that puts temporary folders into memory, where the system has such a place: the databases of the fast
 * tests are real files on a real file system, and wait for no busy disk. The long tests stay on the disk.
 */
export function inMemory(): Record<string, string> {
  try {
    const { isDirectory } = Deno.statSync("/dev/shm");
    return isDirectory && Deno.env.get("TMPDIR") === undefined ? { TMPDIR: "/dev/shm" } : {};
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return {};
    throw error;
  }
}
