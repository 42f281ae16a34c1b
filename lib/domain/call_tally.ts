import { DurationTally } from "./duration_tally.ts";
import type { Figures } from "./report.ts";

/** What is true of a call, a bit each: a call has at least IN or OUT. */
export const KIND = {
  in: 1,
  out: 2,
  answered: 4,
  missed: 8,
  number: 16,
  first: 32,
  again: 64,
} as const;
const KINDS = 128;

/** Counts calls and measures their times, one after the other. */
export class CallTally {
  readonly #counts = new Uint32Array(KINDS);
  readonly #ring = new DurationTally();
  readonly #talk = new DurationTally();
  readonly #waited = new DurationTally();

  /** `answeredAfter` and `endedAfter` in ms from the start of the call; read where the kind says that there is one. */
  add(kind: number, answeredAfter: number, endedAfter: number): void {
    this.#counts[kind]!++;
    if ((kind & KIND.answered) !== 0) {
      this.#ring.add(answeredAfter);
      this.#talk.add(endedAfter - answeredAfter);
    } else if ((kind & KIND.missed) !== 0) this.#waited.add(endedAfter);
  }

  /** The same without the times of an answered call. */
  addUntimed(kind: number, endedAfter: number): void {
    this.#counts[kind]!++;
    if ((kind & KIND.missed) !== 0) this.#waited.add(endedAfter);
  }

  /** Takes in what another one has counted. */
  take(other: CallTally): void {
    other.#counts.forEach((count, kind) => this.#counts[kind]! += count);
    this.#ring.take(other.#ring);
    this.#talk.take(other.#talk);
    this.#waited.take(other.#waited);
  }

  /** How many calls are all of these. */
  count(kinds: number): number {
    let sum = 0;
    for (let kind = 0; kind < KINDS; kind++) {
      if ((kind & kinds) === kinds) sum += this.#counts[kind]!;
    }
    return sum;
  }

  figures(): Figures {
    const incoming = this.count(KIND.in);
    const [answered, missed] = [this.count(KIND.answered), this.count(KIND.missed)];
    const number = this.count(KIND.in | KIND.number);
    const first = this.count(KIND.first);
    return {
      incoming,
      answered,
      missed,
      live: incoming - answered - missed,
      outgoing: this.count(KIND.out),
      first,
      returning: number - first,
      hidden: incoming - number,
      again: this.count(KIND.again),
      ring: this.#ring.spread(),
      talk: this.#talk.spread(),
      waited: this.#waited.spread(),
    };
  }
}
