/** Compiles one of the C files of this folder; returns the path of the library, for `LD_PRELOAD`. */
export async function preload(source: string, folder: string): Promise<string> {
  const library = `${folder}/${source.replace(/\.c$/, ".so")}`;
  const { success, stderr } = await new Deno.Command("gcc", {
    args: [
      ...["-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library],
      ...[new URL(source, import.meta.url).pathname, "-ldl", "-lpthread"],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  if (!success) throw new Error(`${source} does not compile: ${new TextDecoder().decode(stderr)}`);
  return library;
}
