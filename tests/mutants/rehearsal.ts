import { temporaryFolder } from "../support/temporary_folder.ts";
import type { Tree } from "./tree.ts";

const LIMIT_MS = 300_000;

/** What a test file did while nothing was wrong. */
export interface Rehearsed {
  readonly ms: number;
  /** By source that it ran, in whichever process: the lines of it that it did not. */
  readonly missed: ReadonlyMap<string, ReadonlySet<number>>;
}

/**
 * Runs a test file once, without a mistake: how long it takes, and which lines it executes `of` these sources. Null where it fails: it cannot
 * tell a mistake from none.
 */
export async function rehearse(
  tree: Tree,
  test: string,
  of: ReadonlySet<string>,
): Promise<Rehearsed | null> {
  await using folder = await temporaryFolder();
  const start = performance.now();
  const outcome = await tree.run(test, { limitMs: LIMIT_MS, coverage: folder.path });
  if (outcome !== "passes") return null;
  return { ms: performance.now() - start, missed: await missedLines(tree, folder.path, of) };
}

/** What an earlier run wrote down with `keep`; nothing where there was none. */
export async function kept(file: string): Promise<Map<string, Rehearsed>> {
  try {
    const all: [string, number, [string, number[]][]][] = JSON.parse(await Deno.readTextFile(file));
    return new Map(all.map(([test, ms, missed]) => {
      const lines = missed.map(([source, numbers]) => [source, new Set(numbers)] as const);
      return [test, { ms, missed: new Map(lines) }];
    }));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Map();
    throw error;
  }
}

/** Writes down the rehearsals that were good. */
export async function keep(
  file: string,
  rehearsed: ReadonlyMap<string, Rehearsed | null>,
): Promise<void> {
  const good = [...rehearsed].flatMap(([test, result]) => {
    if (result === null) return [];
    const missed = [...result.missed].map(([source, lines]) => [source, [...lines]]);
    return [[test, result.ms, missed]];
  });
  await Deno.writeTextFile(file, JSON.stringify(good));
}

/** Whether the test executes the line, as far as is known: lines that are no code of their own count as executed. */
export function executes({ missed }: Rehearsed, source: string, line: number): boolean {
  return missed.get(source)?.has(line) === false;
}

async function missedLines(
  tree: Tree,
  coverage: string,
  of: ReadonlySet<string>,
): Promise<Map<string, Set<number>>> {
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["coverage", "--quiet", "--lcov", `--include=${tree.root}/lib/`, coverage],
    cwd: tree.root,
    stdin: "null",
    stderr: "null",
  }).output();
  const all = new Map<string, Set<number>>();
  let missed = new Set<number>();
  for (const row of new TextDecoder().decode(stdout).split("\n")) {
    if (row.startsWith("SF:")) {
      missed = new Set();
      const source = row.slice(`SF:${tree.root}/`.length);
      if (of.has(source)) all.set(source, missed);
    }
    const line = /^DA:(\d+),0$/.exec(row)?.[1];
    if (line !== undefined) missed.add(Number(line));
  }
  return all;
}
