/** How much there may be at once, and how much comes back in a second. */
export interface Rate {
  readonly size: number;
  readonly perSecond: number;
}

/** So much may be taken at once, and then so much a second. Moments are in ms, of a clock that only goes forward. */
export class TokenBucket {
  #level: number;
  #at: number;

  constructor(private readonly rate: Rate, now: number) {
    this.#level = rate.size;
    this.#at = now;
  }

  /** What is in it; below zero where more was spent than there was. */
  level(now: number): number {
    const come = Math.max(0, now - this.#at) / 1000 * this.rate.perSecond;
    this.#level = Math.min(this.rate.size, this.#level + come);
    this.#at = Math.max(now, this.#at);
    return this.#level;
  }

  isFull(now: number): boolean {
    return this.level(now) === this.rate.size;
  }

  /** Takes one, if there is one. */
  take(now: number): boolean {
    if (this.level(now) < 1) return false;
    this.#level -= 1;
    return true;
  }

  /** For what has happened already: takes it all, whether it was there or not. */
  spend(amount: number, now: number): void {
    this.#level = this.level(now) - amount;
  }

  give(amount: number, now: number): void {
    this.#level = Math.min(this.rate.size, this.level(now) + amount);
  }
}
