import { JobFailure } from "../../job_failure.ts";

/** Half a million rows with six numbers each. */
const MOST_KEYS = 3_000_000;
const FULL = 0.75;
const FREE = 0;

/** Finds row numbers by hashes, 12 bytes a place: a Map takes five times as much. */
export class RowIndex {
  /** The size is a power of two. */
  #hashes = new Float64Array(1024);
  #rows = new Uint32Array(1024);
  #count = 0;
  /** Nobody can write a file whose rows all come to one place. */
  readonly #secret = crypto.getRandomValues(new Int32Array(1))[0]!;

  /** Null where there is none. `hash` is a whole number from 1. */
  get(hash: number): number | null {
    const place = this.#placeOf(hash);
    return this.#hashes[place] === FREE ? null : this.#rows[place]!;
  }

  /** Throws JobFailure `too_many_rows`, with the row as the limit, where there is no room for more. */
  set(hash: number, row: number): void {
    const place = this.#placeOf(hash);
    this.#rows[place] = row;
    if (this.#hashes[place] !== FREE) return;
    if (this.#count === MOST_KEYS) throw new JobFailure("too_many_rows", row);
    this.#hashes[place] = hash;
    if (++this.#count > this.#hashes.length * FULL) this.#grow();
  }

  #placeOf(hash: number): number {
    const last = this.#hashes.length - 1;
    const mixed = Math.imul(hash ^ this.#secret, 0x9e3779b1) ^ hash / 0x1_0000_0000;
    let place = Math.imul(mixed ^ mixed >>> 15, 0x85ebca6b) >>> 7 & last;
    while (this.#hashes[place] !== FREE && this.#hashes[place] !== hash) place = place + 1 & last;
    return place;
  }

  #grow(): void {
    const [hashes, rows] = [this.#hashes, this.#rows];
    this.#hashes = new Float64Array(hashes.length * 2);
    this.#rows = new Uint32Array(rows.length * 2);
    for (let i = 0; i < hashes.length; i++) {
      if (hashes[i] === FREE) continue;
      const place = this.#placeOf(hashes[i]!);
      this.#hashes[place] = hashes[i]!;
      this.#rows[place] = rows[i]!;
    }
  }
}
