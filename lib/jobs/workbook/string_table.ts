import { JobFailure } from "../job_failure.ts";
import { MOST_STRINGS } from "./limits.ts";

const BLOCK = 1024 * 1024;
/** Bytes of a UTF-16 code unit in UTF-8, at most. */
const WIDEST = 3;

/**
 * Millions of short texts in little more memory than their bytes: as strings each would take 30 bytes more. A
 * text is found by its number, from 0.
 */
export class StringTable {
  readonly #blocks: Uint8Array[] = [];
  /** Where each text begins, as if the blocks were one. */
  #places = new Float64Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  /** How much of the last block is used. */
  #used = 0;
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();

  /** Throws JobFailure `excel_texts` where there are too many. A text is at most a block. */
  add(text: string): void {
    if (this.#count === MOST_STRINGS) throw new JobFailure("excel_texts", MOST_STRINGS);
    if (this.#count === this.#places.length) this.#grow();
    if (this.#blocks.length === 0 || this.#used + text.length * WIDEST > BLOCK) {
      this.#blocks.push(new Uint8Array(BLOCK));
      this.#used = 0;
    }
    const block = this.#blocks.length - 1;
    const { written } = this.#encoder.encodeInto(text, this.#blocks[block]!.subarray(this.#used));
    this.#places[this.#count] = block * BLOCK + this.#used;
    this.#lengths[this.#count++] = written;
    this.#used += written;
  }

  /** Null where there is no such number. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const [place, length] = [this.#places[index]!, this.#lengths[index]!];
    const [block, at] = [Math.floor(place / BLOCK), place % BLOCK];
    return this.#decoder.decode(this.#blocks[block]!.subarray(at, at + length));
  }

  #grow(): void {
    const [places, lengths] = [this.#places, this.#lengths];
    this.#places = new Float64Array(places.length * 2);
    this.#places.set(places);
    this.#lengths = new Uint32Array(lengths.length * 2);
    this.#lengths.set(lengths);
  }
}
