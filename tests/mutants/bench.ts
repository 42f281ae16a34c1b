import { testPermissions } from "../support/test_permissions.ts";
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
  /** Tests of one run that pass while nothing is wrong, by their names. */
  readonly #sound = new Set<string>();

  private constructor(private readonly root: string, private readonly reach: Reach) {}

  static async of(tree: string, root: string, reach: Reach): Promise<Bench> {
    await copied(tree, root);
    return new Bench(root, reach);
  }

  /**
   * Puts the mutant in, runs the tests that reach it until one fails, and takes it out again. Throws an Error where these
   * tests fail without it, too.
   */
  async try(mutant: Mutant): Promise<Verdict> {
    const path = `${this.root}/${mutant.file}`;
    const source = await Deno.readTextFile(path);
    const tests = mutant.seenBy === undefined
      ? this.reach.testsOf(mutant.file).slice(0, MOST)
      : [mutant.seenBy];
    for (let at = 0; at < tests.length;) {
      const size = at === 0 ? FIRST : THEN;
      const some = tests.slice(at, at + size);
      await Deno.writeTextFile(path, mutated(source, mutant));
      const passes = await this.#passes(some);
      await Deno.writeTextFile(path, source);
      if (!passes) {
        await this.#requireSound(some);
        return "killed";
      }
      at += size;
    }
    return "survived";
  }

  /** A test that fails anyway has seen nothing; one that failed once may have been hurried. */
  async #requireSound(tests: readonly string[]): Promise<void> {
    const key = tests.join(" ");
    if (this.#sound.has(key)) return;
    if (!await this.#passes(tests) && !await this.#passes(tests)) {
      throw new Error(`these tests fail without any mistake: ${key}`);
    }
    this.#sound.add(key);
  }

  async #passes(tests: readonly string[]): Promise<boolean> {
    const child = new Deno.Command("timeout", {
      args: [
        ...["--kill-after=5", String(LIMIT_MS / 1000), Deno.execPath()],
        ...["test", ...testPermissions(), "--no-check", "--quiet", "--fail-fast", ...tests],
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
