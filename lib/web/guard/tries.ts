const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this time without a try, what was counted is forgotten. */
const FORGET_MS = 60 * 60_000;

interface Counted {
  count: number;
  /** When the next try is let through. */
  openAt: number;
  lastAt: number;
}

/** Counts tries by what they have in common: each one behind the free ones doubles the wait for the next. */
export class Tries {
  readonly #counted = new Map<string, Counted>();

  /** `most` keys are kept; the one that was tried longest ago is forgotten for a new one. */
  constructor(private readonly free: number, private readonly most: number) {}

  /** How many keys there are. */
  get size(): number {
    return this.#counted.size;
  }

  /** How long the next try with this key has to wait, in ms. */
  wait(key: string, now: number): number {
    return Math.max(0, (this.#known(key, now)?.openAt ?? 0) - now);
  }

  count(key: string, now: number): void {
    const count = (this.#known(key, now)?.count ?? 0) + 1;
    // From the last free one on: the next try has to wait.
    const doublings = count - this.free;
    const wait = doublings < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS);
    // Taken out and put in again, a Map keeps the most recently tried at its end.
    this.#counted.delete(key);
    this.#counted.set(key, { count, openAt: now + wait, lastAt: now });
    if (this.#counted.size <= this.most) return;
    const oldest = this.#counted.keys().next();
    if (!oldest.done) this.#counted.delete(oldest.value);
  }

  /** What still counts. A clock that was set back leaves tries of the future: nobody waits until then. */
  #known(key: string, now: number): Counted | null {
    const counted = this.#counted.get(key);
    if (counted === undefined || counted.lastAt > now) return null;
    return now - counted.lastAt < FORGET_MS ? counted : null;
  }

  /** Holds nothing against this key any more. */
  forget(key: string): void {
    this.#counted.delete(key);
  }

  /** One try was none. */
  takeBack(key: string): void {
    const counted = this.#counted.get(key);
    if (counted !== undefined) counted.count -= 1;
  }
}
