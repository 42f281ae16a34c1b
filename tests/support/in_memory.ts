/**
 * What `words` becomes when its temporary folders lie in memory, where the system allows it: the databases of the fast
 * tests are real files on a real file system, and wait for no busy disk. The long tests stay on the disk. `folder` is
 * an empty folder; the memory is seen by this command alone and is gone with it, however it ends. Not in /dev/shm:
 * Deno opens nothing below /dev to a program that has less than all permissions, as ours has.
 */
export async function inMemory(words: readonly string[], folder: string): Promise<string[]> {
  const mounted = (then: string) => [
    ...["unshare", "--mount", "sh", "-c"],
    `mount -t tmpfs -o mode=700 belltower-tests "$0" && ${then}`,
    folder,
  ];
  if (Deno.build.os !== "linux" || !await succeeds(mounted("true"))) return [...words];
  return [...mounted('TMPDIR="$0" exec "$@"'), ...words];
}

async function succeeds([name = "", ...args]: readonly string[]): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(name, { args, stdout: "null", stderr: "null" })
      .output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
