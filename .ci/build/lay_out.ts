import { bundlePackages } from "./packages.ts";

/** The program as it goes into the executable: a folder that has everything, and nothing else. */
export interface Layout {
  readonly folder: string;
  /** Paths in the folder of the modules that are started as workers. */
  readonly workers: readonly string[];
}

/** Folders whose files are read at run time, and by which they are known. */
const DATA = ["views", "static", "lib/store/migrations"];

const LONG_AGO = new Date("2000-01-01T00:00:00Z");

/** Copies what belongs into the executable from `root` to `folder`, with the packages that it uses. */
export async function layOut(root: string, folder: string): Promise<Layout> {
  await Deno.copyFile(`${root}main.ts`, `${folder}/main.ts`);
  await copyTree(`${root}lib`, `${folder}/lib`, (path) => path.endsWith(".ts"));
  for (const data of DATA) await copyTree(root + data, `${folder}/${data}`, () => true);
  const workers = await findWorkers(folder);
  const imports = await bundlePackages(root, folder, ["main.ts", ...workers]);
  await Deno.writeTextFile(
    `${folder}/deno.json`,
    JSON.stringify({ nodeModulesDir: "none", lock: false, imports }, null, 2),
  );
  await forgetTimes(folder);
  return { folder, workers };
}

/** The executable keeps when its files were written; they get one time, so that equal sources make equal bytes. */
async function forgetTimes(folder: string): Promise<void> {
  for await (const entry of Deno.readDir(folder)) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory) await forgetTimes(path);
    else await Deno.utime(path, LONG_AGO, LONG_AGO);
  }
}

async function copyTree(from: string, to: string, wanted: (path: string) => boolean) {
  await Deno.mkdir(to, { recursive: true });
  // In order, so that the same sources make the same executable wherever they lie.
  const entries = (await Array.fromAsync(Deno.readDir(from)))
    .sort((a, b) => a.name < b.name ? -1 : 1);
  for (const entry of entries) {
    const [source, copy] = [`${from}/${entry.name}`, `${to}/${entry.name}`];
    if (entry.isDirectory) await copyTree(source, copy, wanted);
    else if (wanted(source)) await Deno.copyFile(source, copy);
  }
}

/** Written as `deno compile` must find it; it does not look for them itself. */
const WORKER = /new Worker\(\s*new URL\("(\.[^"]+)", import\.meta\.url\)/g;

async function findWorkers(folder: string, under = "lib"): Promise<string[]> {
  const found: string[] = [];
  for await (const entry of Deno.readDir(`${folder}/${under}`)) {
    const path = `${under}/${entry.name}`;
    if (entry.isDirectory) found.push(...await findWorkers(folder, path));
    else if (entry.name.endsWith(".ts")) {
      const text = await Deno.readTextFile(`${folder}/${path}`);
      for (const [, target] of text.matchAll(WORKER)) {
        found.push(new URL(target!, `file:///${path}`).pathname.slice(1));
      }
    }
  }
  return [...new Set(found)].sort();
}
