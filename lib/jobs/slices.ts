import { indexWaiting } from "../store/search_index.ts";
import type { Store } from "../store/database.ts";
import { type JobContext, turn } from "./job_context.ts";

/**
 * How long the write lock is held at most. Where one can see that a call waits, it gets the lock after a bite, so
 * that while nobody calls slices may be long: committing is what costs.
 */
const SLICE_MS = { seen: 12, unseen: 6 } as const;
/**
 * Where one cannot see who waits, the write lock is left alone in between: SQLite has no queue, and a waiting process
 * asks only now and then.
 */
const PAUSE_MS = { seen: 0, unseen: 1 } as const;
/** Of things that take up to half a millisecond each. */
const BITE = 8;

/** Writes many small things without holding the write lock for long at a time, and gives way to whoever waits. */
export class Slices {
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
   * Calls `step` again and again with how many things it may do (`bite`: what takes a few milliseconds), in
   * transactions of as many calls as there is time for, until it has done none; `finish` at the end of each. What it changed about customers is
   * found by the search when the slice is committed. Throws what a step throws, and the signal's reason between
   * two slices.
   */
  async run(
    step: (most: number) => number,
    { bite = BITE, finish = () => {} }: { bite?: number; finish?: () => void } = {},
  ): Promise<void> {
    for (let more = true; more;) {
      this.signal?.throwIfAborted();
      while (this.#somebodyWaits()) await turn();
      more = this.#store.transaction(() => {
        const rest = this.#slice(step, bite);
        finish();
        return rest;
      });
      if (more) await turn(this.#claims === null ? PAUSE_MS.unseen : PAUSE_MS.seen);
    }
  }

  /** Whether there may be more to do. */
  #slice(step: (most: number) => number, bite: number): boolean {
    const most = this.#claims === null ? SLICE_MS.unseen : SLICE_MS.seen;
    const end = performance.now() + most;
    do {
      const done = step(bite);
      if (done === 0) return false;
      indexWaiting(this.#store, done);
    } while (performance.now() < end && !this.#somebodyWaits());
    return true;
  }

  #somebodyWaits(): boolean {
    return this.#claims !== null && Atomics.load(this.#claims, 0) > 0;
  }
}
