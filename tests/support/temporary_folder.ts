/**
 * A new folder of the test's own, removed at the end of the block: `await using folder = await temporaryFolder();`.
 * What a server writes beside its data folder goes with it.
 */
export async function temporaryFolder(): Promise<AsyncDisposable & { readonly path: string }> {
  const around = await Deno.makeTempDir({ prefix: "belltower-test-" });
  const path = `${around}/folder`;
  await Deno.mkdir(path);
  return { path, [Symbol.asyncDispose]: () => Deno.remove(around, { recursive: true }) };
}
