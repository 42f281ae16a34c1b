import { dirname } from "node:path";

/** Every file below `folder`, by its path. */
export async function filesBelow(folder: string): Promise<[string, Uint8Array][]> {
  const files: [string, Uint8Array][] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) files.push(...await filesBelow(path));
    else files.push([path, await Deno.readFile(path)]);
  }
  return files;
}

/** The memory that processes share over the log is no file that outlives them. */
export async function writeFiles(
  files: ReadonlyMap<string, Uint8Array>,
  from: string,
  to: string,
): Promise<void> {
  for (const [path, content] of files) {
    if (path.endsWith("-shm")) continue;
    const place = to + path.slice(from.length);
    await Deno.mkdir(dirname(place), { recursive: true });
    await Deno.writeFile(place, content);
  }
}
