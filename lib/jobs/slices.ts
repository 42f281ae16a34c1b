import { indexWaiting } from "../store/search_index.ts";
import type { Store } from "../store/database.ts";
import { turn } from "./job_context.ts";

/** How long the write lock is held at a time, and left alone in between: a call waits for one slice at most. */
const SLICE_MS = 3;
const PAUSE_MS = 2;
const MOST_AT_A_TIME = 200;

/** Writes many small things without holding the write lock for more than a few milliseconds at a time. */
export class Slices {
  /** How many things fit into a slice, as far as the last ones tell. */
  #size = 4;

  constructor(private readonly store: Store, private readonly signal: AbortSignal | null) {}

  /**
   * Calls `step` again and again, each time in a transaction of its own, with how many things it may do, until it
   * has done none. What it changed about customers is found by the search when the slice is committed.
   * Throws what a step throws, and the signal's reason between two slices.
   */
  async run(step: (most: number) => number): Promise<void> {
    for (let done = 1; done > 0;) {
      this.signal?.throwIfAborted();
      const begin = performance.now();
      done = this.store.transaction(() => {
        const count = step(this.#size);
        if (count > 0) indexWaiting(this.store, count);
        return count;
      });
      this.#learn(done, performance.now() - begin);
      if (done > 0) await turn(PAUSE_MS);
    }
  }

  #learn(done: number, took: number): void {
    if (done === 0) return;
    // No more than twice as many: one quick slice is luck.
    const fitting = Math.floor(done * Math.min(2, SLICE_MS / took));
    this.#size = Math.min(MOST_AT_A_TIME, Math.max(1, fitting));
  }
}
