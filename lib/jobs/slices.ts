import { indexWaiting } from "../store/search_index.ts";
import type { Store } from "../store/database.ts";
import { type JobContext, turn } from "./job_context.ts";

/** How long the write lock is to be held at a time, and left alone in between: a call waits for one slice at most. */
const SLICE_MS = 4;
const PAUSE_MS = 1;
/** Below the least, committing costs more than the work: on a machine that is busy elsewhere a slice takes longer. */
const SIZE = { least: 8, most: 200 } as const;

/** Writes many small things without holding the write lock for more than a few milliseconds at a time. */
export class Slices {
  /** How many things fit into a slice, as far as the last ones tell. */
  #size: number = SIZE.least;
  readonly #store: Store;
  readonly #claims: Int32Array | null;

  /** Where `signal` is null, it is written to the end. */
  constructor(
    { store, claims }: Pick<JobContext, "store" | "claims">,
    private readonly signal: AbortSignal | null,
  ) {
    this.#store = store;
    this.#claims = claims === null ? null : new Int32Array(claims);
  }

  /**
   * Calls `step` again and again, each time in a transaction of its own, with how many things it may do, until it
   * has done none. What it changed about customers is found by the search when the slice is committed.
   * Throws what a step throws, and the signal's reason between two slices.
   */
  async run(step: (most: number) => number): Promise<void> {
    for (let done = 1; done > 0;) {
      this.signal?.throwIfAborted();
      while (this.#claims !== null && Atomics.load(this.#claims, 0) > 0) await turn();
      done = this.#store.transaction(() => {
        const begin = performance.now();
        const count = step(this.#size);
        if (count > 0) indexWaiting(this.#store, count);
        this.#learn(count, performance.now() - begin);
        return count;
      });
      if (done > 0) await turn(PAUSE_MS);
    }
  }

  #learn(done: number, took: number): void {
    // One slice that was quick or slow is luck: the size follows in small steps.
    if (took > 1.5 * SLICE_MS) this.#size = Math.max(SIZE.least, Math.floor(this.#size * 0.7));
    else if (took < SLICE_MS && done === this.#size) {
      this.#size = Math.min(SIZE.most, Math.ceil(this.#size * 1.3));
    }
  }
}
