/**
 * Which tests reach a source: those from which imports lead to it. Programs that a test starts are named by a path and
 * not by an import; what starts them stands here.
 */
const STARTS: Readonly<Record<string, readonly string[]>> = {
  "tests/support/server_process.ts": ["main.ts"],
};

/** The tests of the fast suite that reach each source, the nearest first. */
export class Reach {
  /** By source, whoever imports it. */
  readonly #importers = new Map<string, string[]>();

  constructor(root: string) {
    for (const file of sources(root, ["lib", "tests"]).concat("main.ts")) {
      for (const target of [...importsOf(root, file), ...STARTS[file] ?? []]) {
        const importers = this.#importers.get(target) ?? [];
        this.#importers.set(target, [...importers, file]);
      }
    }
  }

  testsOf(source: string): string[] {
    const seen = new Set([source]);
    const tests: string[] = [];
    for (let ring = [source]; ring.length > 0;) {
      const next = new Set(
        ring.flatMap((file) => this.#importers.get(file) ?? []).filter((file) => !seen.has(file)),
      );
      for (const file of next) seen.add(file);
      tests.push(...[...next].filter(isFast).sort());
      ring = [...next];
    }
    return tests;
  }
}

const LONG = /^tests\/(chaos|smoke|pages|attack|browser|bench|mutants)\//;

function isFast(file: string): boolean {
  return file.endsWith("_test.ts") && !LONG.test(file);
}

function sources(root: string, folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    [...Deno.readDirSync(`${root}/${folder}`)].flatMap(({ name, isDirectory }) => {
      const path = `${folder}/${name}`;
      if (isDirectory) return sources(root, [path]);
      return name.endsWith(".ts") ? [path] : [];
    })
  );
}

/** Imports, re-exports, and the workers that a source starts. */
function importsOf(root: string, file: string): string[] {
  const text = Deno.readTextFileSync(`${root}/${file}`);
  const found = text.matchAll(/(?:from|import|new URL)\s*\(?\s*"(\.[^"]+\.ts)"/g);
  return [...found].map(([, target]) => new URL(target!, `file:///${file}`).pathname.slice(1));
}
