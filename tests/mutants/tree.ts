import { inMemory } from "../support/in_memory.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { testPermissions } from "../support/test_permissions.ts";
import { type Mutant, mutated } from "./mutant.ts";

/** What a run of one test file came to; `hangs` where it was ended after its time. */
export type Outcome = "passes" | "fails" | "hangs";

export interface RunOptions {
  readonly limitMs: number;
  /** Where the figures go that say which lines were executed, in whichever process. */
  readonly coverage?: string;
}

/** A copy of the sources, in which tests run and mistakes are made. */
export class Tree {
  private constructor(readonly root: string) {}

  /** Copies `source` into the folder `root`, which is there and empty. */
  static async of(source: string, root: string): Promise<Tree> {
    const files = ["deno.json", "deno.lock", "main.ts", "README.md"];
    const folders = ["lib", "views", "static", "tests", ".ci"];
    const { success } = await new Deno.Command("cp", {
      args: ["-r", ...[...files, ...folders].map((name) => `${source}/${name}`), root],
    }).output();
    if (!success) throw new Error(`${source} cannot be copied to ${root}`);
    return new Tree(root);
  }

  /** Does `work` while the mistake is in the source. */
  async with<T>(mutant: Mutant, work: () => Promise<T>): Promise<T> {
    const path = `${this.root}/${mutant.file}`;
    const source = await Deno.readTextFile(path);
    await Deno.writeTextFile(path, mutated(source, mutant));
    try {
      return await work();
    } finally {
      await Deno.writeTextFile(path, source);
    }
  }

  async run(test: string, { limitMs, coverage }: RunOptions): Promise<Outcome> {
    await using memory = await temporaryFolder();
    const words = await inMemory([
      ...["timeout", "--kill-after=5", String(Math.ceil(limitMs / 1000)), Deno.execPath()],
      ...["test", ...testPermissions(), "--no-check", "--quiet", "--fail-fast", test],
    ], memory.path);
    const code = await this.#status(words, {
      env: coverage ? { DENO_COVERAGE_DIR: coverage } : {},
    });
    return code === 0 ? "passes" : code === TIMED_OUT || code === KILLED ? "hangs" : "fails";
  }

  /** Whether the types of a source, and of all that it imports, are right. */
  async hasRightTypes(file: string): Promise<boolean> {
    return await this.#status([Deno.execPath(), "check", "--quiet", "main.ts", file]) === 0;
  }

  async #status([name = "", ...args]: readonly string[], options = {}): Promise<number> {
    const { code } = await new Deno.Command(name, {
      args,
      cwd: this.root,
      stdin: "null",
      stdout: "null",
      stderr: "null",
      ...options,
    }).output();
    return code;
  }
}

/** The exit status of `timeout` when the time was over, and when it had to kill. */
const [TIMED_OUT, KILLED] = [124, 137];
