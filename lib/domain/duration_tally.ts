import type { Spread } from "./report.ts";

/** Durations, counted by the second: their order is kept, and so are exact percentiles, however many there are. */
export class DurationTally {
  #bySecond = new Uint32Array(64);
  #count = 0;
  #sum = 0;

  /** `ms` below 0 is 0. */
  add(ms: number, times = 1): void {
    const second = ms > 0 ? Math.floor(ms / 1000) : 0;
    if (second >= this.#bySecond.length) this.#grow(second);
    this.#bySecond[second]! += times;
    this.#count += times;
    if (ms > 0) this.#sum += ms * times;
  }

  /** Takes in what another one has counted. */
  take(other: DurationTally): void {
    if (other.#bySecond.length > this.#bySecond.length) this.#grow(other.#bySecond.length - 1);
    other.#bySecond.forEach((count, second) => this.#bySecond[second]! += count);
    this.#count += other.#count;
    this.#sum += other.#sum;
  }

  spread(): Spread {
    const count = this.#count;
    if (count === 0) return { count, mean: null, median: null, p90: null };
    return { count, mean: this.#sum / count, median: this.#rank(0.5), p90: this.#rank(0.9) };
  }

  /** The first second that at least this share of all does not exceed. */
  #rank(share: number): number {
    const least = Math.ceil(this.#count * share);
    let passed = 0;
    for (let second = 0; second < this.#bySecond.length; second++) {
      passed += this.#bySecond[second]!;
      if (passed >= least) return second;
    }
    return this.#bySecond.length - 1;
  }

  #grow(second: number): void {
    const more = new Uint32Array(2 ** Math.ceil(Math.log2(second + 1)));
    more.set(this.#bySecond);
    this.#bySecond = more;
  }
}
