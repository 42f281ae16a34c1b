import type { Store } from "../store/database.ts";
import { turn } from "./job_context.ts";

/** How long the write lock is held at a time, and left alone in between: a call waits for one slice at most. */
const SLICE_MS = 3;
const PAUSE_MS = 2;
/** So much is gathered before the lock is taken. */
const GATHERED = 64;

/** Writes many small things without holding the write lock for more than a few milliseconds. */
export class Slices {
  #waiting: (() => void)[] = [];

  constructor(private readonly store: Store, private readonly signal: AbortSignal) {}

  /** Does `work` in some slice soon, in the order of the asking. Throws what an earlier one threw, or when cancelled. */
  async add(work: () => void): Promise<void> {
    this.#waiting.push(work);
    if (this.#waiting.length >= GATHERED) await this.flush();
  }

  /** Everything that was added is written when it returns. */
  async flush(): Promise<void> {
    while (this.#waiting.length > 0) {
      this.signal.throwIfAborted();
      const done = this.#slice(this.#waiting);
      this.#waiting = this.#waiting.slice(done);
      await turn(PAUSE_MS);
    }
  }

  /** Repeats `step` in slices until it returns false. */
  async repeat(step: () => boolean): Promise<void> {
    for (let more = true; more;) {
      this.signal.throwIfAborted();
      this.store.transaction(() => {
        const end = performance.now() + SLICE_MS;
        do more = step(); while (more && performance.now() < end);
      });
      await turn(PAUSE_MS);
    }
  }

  #slice(works: readonly (() => void)[]): number {
    return this.store.transaction(() => {
      const end = performance.now() + SLICE_MS;
      let done = 0;
      do works[done++]?.(); while (done < works.length && performance.now() < end);
      return done;
    });
  }
}
