import { run } from "./run.ts";

/** What `deno info --json` says, as far as it matters here. */
interface Graph {
  readonly modules: readonly {
    readonly dependencies?: readonly { readonly specifier: string; readonly code?: unknown }[];
  }[];
}

/**
 * Makes one module of each package entry that the program imports, in `folder`/npm, with what several of them
 * share in modules of its own; returns the import map. The lock file of `root` says which bytes are taken.
 */
export async function bundlePackages(
  root: string,
  folder: string,
  entries: readonly string[],
): Promise<Record<string, string>> {
  const names = await packageEntries(root, entries);
  const sources = `${folder}/npm-entries`;
  await Deno.mkdir(sources);
  await Deno.copyFile(`${root}deno.json`, `${sources}/deno.json`);
  await Deno.copyFile(`${root}deno.lock`, `${sources}/deno.lock`);
  for (const name of names) {
    await Deno.writeTextFile(`${sources}/${fileOf(name)}.ts`, await exporting(name));
  }
  await run(sources, [
    "bundle",
    "--quiet",
    "--frozen",
    "--code-splitting",
    "--outdir",
    `${folder}/npm`,
    ...names.map((name) => `${fileOf(name)}.ts`),
  ]);
  await Deno.remove(sources, { recursive: true });
  return Object.fromEntries(names.map((name) => [name, `./npm/${fileOf(name)}.js`]));
}

/** The names that code imports and that are neither files nor Deno's own; types leave nothing behind. */
async function packageEntries(root: string, entries: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const entry of entries) {
    const graph: Graph = JSON.parse(await run(root, ["info", "--json", entry]));
    for (const { dependencies = [] } of graph.modules) {
      for (const { specifier, code } of dependencies) {
        if (code !== undefined && /^(@|[a-z])/.test(specifier) && !specifier.includes(":")) {
          names.add(specifier);
        }
      }
    }
  }
  return [...names].sort();
}

/** By their names: what an older kind of module (CommonJS) exports is not in `export *`. */
async function exporting(name: string): Promise<string> {
  const names = Object.keys(await import(name)).filter((key) => /^(?!__)[\w$]+$/.test(key));
  return `export { ${names.join(", ")} } from "${name}";\n`;
}

function fileOf(name: string): string {
  return name.replace("@", "").replaceAll("/", "_");
}
