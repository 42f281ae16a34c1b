import { lineOf, type Mutant } from "./mutant.ts";
import type { Reach } from "./reach.ts";
import { executes, type Rehearsed } from "./rehearsal.ts";
import type { Tree } from "./tree.ts";

/** What became of a mutant: the test that saw it, `types` where the compiler did, null where nobody did. */
export type Killer = string | null;

/** Beyond these it is left alone: who is reached from so far away is tested by accident. */
const MOST = 41;

/** The tests that may see a mutant, the nearest first. */
export function nearTests(reach: Reach, { file, seenBy }: Mutant): string[] {
  return seenBy === undefined ? reach.testsOf(file).slice(0, MOST) : [seenBy];
}

/** So much is spent on one mutant, by the rehearsal's times: what dear tests alone see is to be seen by a cheap one, too. */
const MOST_MS = 90_000;

/** What is known of the tests before and while mutants are tried. */
export interface Knowledge {
  readonly reach: Reach;
  /** By test; null for one that fails without any mistake. Who is not in it has not been tried. */
  readonly rehearsed: ReadonlyMap<string, Rehearsed | null>;
  /** By source, the tests that have seen mistakes in it, the last one first. */
  readonly killers: Map<string, string[]>;
}

/** Tries mutants in a tree of its own. */
export class Bench {
  constructor(private readonly tree: Tree, private readonly known: Knowledge) {}

  /**
   * Puts the mutant in, runs the tests that execute its line until one fails, and takes it out again. One failure may be
   * a hurried test's: it counts when the same test fails again.
   */
  try(mutant: Mutant, tests: readonly string[], checksTypes: boolean): Promise<Killer> {
    return this.tree.with(mutant, async () => {
      for (const test of tests) {
        if (!await this.#isSeenBy(test)) continue;
        this.#remember(mutant.file, test);
        return test;
      }
      return !checksTypes || await this.tree.hasRightTypes(mutant.file) ? null : "types";
    });
  }

  /** Which tests may see it, those first that are likely to, or cheap. */
  async testsFor(mutant: Mutant): Promise<string[]> {
    const { reach, rehearsed, killers } = this.known;
    if (mutant.seenBy !== undefined) return [mutant.seenBy];
    const line = lineOf(await Deno.readTextFile(`${this.tree.root}/${mutant.file}`), mutant);
    const near = nearTests(reach, mutant).filter((test) => {
      const known = rehearsed.get(test);
      return known === undefined || (known !== null && executes(known, mutant.file, line));
    });
    const before = killers.get(mutant.file) ?? [];
    const rank = (test: string) => before.includes(test) ? before.indexOf(test) : before.length;
    const cost = (test: string) => rehearsed.get(test)?.ms ?? 0;
    near.sort((one, other) => rank(one) - rank(other) || cost(one) - cost(other));
    let spent = 0;
    return near.filter((test) => (spent += cost(test)) <= MOST_MS);
  }

  async #isSeenBy(test: string): Promise<boolean> {
    const limitMs = 30_000 + 4 * (this.known.rehearsed.get(test)?.ms ?? 10_000);
    const outcome = await this.tree.run(test, { limitMs });
    if (outcome !== "fails") return outcome === "hangs";
    return await this.tree.run(test, { limitMs }) !== "passes";
  }

  #remember(file: string, test: string): void {
    const others = this.known.killers.get(file)?.filter((other) => other !== test) ?? [];
    this.known.killers.set(file, [test, ...others]);
  }
}
