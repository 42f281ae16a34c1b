/**
 * A new folder of the test's own, removed at the end of the block: `await using folder = await temporaryFolder();`.
 * What a server writes beside its data folder goes with it.
 */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const around = await Deno.makeTempDir({ prefix: "belltower-test-", ...outsideDev() });
  const path = `${around}/folder`;
  await Deno.mkdir(path);
  return { path, [Symbol.asyncDispose]: () => Deno.remove(around, { recursive: true }) };
}

/** The program has less than all permissions, and Deno then opens nothing below /dev, not in /dev/shm either. */
export function outsideDev(): { dir?: string } {
  return Deno.env.get("TMPDIR")?.startsWith("/dev/") === true ? { dir: "/tmp" } : {};
}
