import { lineOf, type Mutant, mutated } from "./mutant.ts";
import type { Reach } from "./reach.ts";

export type Verdict = "killed" | "survived";

/** Test files of one run; the nearest tests kill most mutants, so the first run is short. */
const FIRST = 5;
const THEN = 12;
/** Beyond these it is left alone: who is reached from so far away is tested by accident. */
const MOST = 41;
/** A mutant that makes a test hang is a killed one. */
const LIMIT_MS = 120_000;

/** A copy of the tree, in which one mutant after another is tried. */
export class Bench {
  private constructor(private readonly root: string, private readonly reach: Reach) {}

  static async of(tree: string, root: string, reach: Reach): Promise<Bench> {
    await copied(tree, root);
    return new Bench(root, reach);
  }

  /** Puts the mutant in, runs the tests that reach it until one fails, and takes it out again. */
  async try(mutant: Mutant): Promise<Verdict> {
    const path = `${this.root}/${mutant.file}`;
    const source = await Deno.readTextFile(path);
    const tests = mutant.seenBy === undefined
      ? this.reach.testsOf(mutant.file).slice(0, MOST)
      : [mutant.seenBy];
    await Deno.writeTextFile(path, mutated(source, mutant));
    try {
      for (let at = 0; at < tests.length;) {
        const size = at === 0 ? FIRST : THEN;
        if (!await this.#passes(tests.slice(at, at + size))) return "killed";
        at += size;
      }
      return "survived";
    } finally {
      await Deno.writeTextFile(path, source);
    }
  }

  async #passes(tests: readonly string[]): Promise<boolean> {
    const child = new Deno.Command("timeout", {
      args: [
        ...["--kill-after=5", String(LIMIT_MS / 1000), Deno.execPath()],
        ...["test", "-A", "--no-check", "--quiet", "--fail-fast", ...tests],
      ],
      cwd: this.root,
      stdin: "null",
      stdout: "null",
      stderr: "null",
    });
    return (await child.output()).success;
  }
}

export function shown(source: string, mutant: Mutant): string {
  return `${mutant.file}:${lineOf(source, mutant)} ${mutant.name}`;
}

async function copied(tree: string, root: string): Promise<void> {
  const files = ["deno.json", "deno.lock", "main.ts", "README.md"];
  const folders = ["lib", "views", "static", "tests", ".ci"];
  const { success } = await new Deno.Command("cp", {
    args: ["-r", ...[...files, ...folders].map((name) => `${tree}/${name}`), root],
  }).output();
  if (!success) throw new Error(`${tree} cannot be copied to ${root}`);
}
