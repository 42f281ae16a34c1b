import { LONGEST_CELL } from "../../table_limits.ts";
import { JobFailure } from "../../job_failure.ts";
import { CONTINUE, type Record, type Records } from "./records.ts";

const decoder = new TextDecoder("utf-16le");

/** Reads what stands in a record and goes on in the CONTINUE records behind it. Throws JobFailure `broken_excel`. */
export class Continued {
  #data: DataView;
  #next: number;
  #at = 0;

  constructor(private readonly records: Records, { data, next }: Record) {
    this.#data = data;
    this.#next = next;
  }

  get isOver(): boolean {
    while (this.#at === this.#data.byteLength) if (!this.#goOn()) return true;
    return false;
  }

  u8(): number {
    if (this.isOver) throw new JobFailure("broken_excel");
    return this.#data.getUint8(this.#at++);
  }

  u16(): number {
    return this.u8() | this.u8() << 8;
  }

  u32(): number {
    return (this.u16() | this.u16() << 16) >>> 0;
  }

  skip(count: number): void {
    for (let left = count; left > 0;) {
      if (this.isOver) throw new JobFailure("broken_excel");
      const step = Math.min(left, this.#data.byteLength - this.#at);
      this.#at += step;
      left -= step;
    }
  }

  /** `count` letters, no more of which are kept than a cell may have. Each record says anew whether they are wide. */
  letters(count: number, wide: boolean): string {
    let [text, left, isWide] = ["", count, wide];
    while (left > 0) {
      if (this.#at === this.#data.byteLength) {
        if (this.isOver) throw new JobFailure("broken_excel");
        isWide = (this.u8() & 1) === 1;
      }
      const width = isWide ? 2 : 1;
      const here = Math.min(left, Math.floor((this.#data.byteLength - this.#at) / width));
      if (here === 0) throw new JobFailure("broken_excel");
      const kept = Math.min(here, LONGEST_CELL - text.length);
      if (kept > 0) text += this.#decoded(kept, isWide);
      this.#at += here * width;
      left -= here;
    }
    return text;
  }

  /** `count` bytes, no more of which are kept than a cell may have letters, of two bytes each. */
  bytes(count: number): Uint8Array {
    const kept = Uint8Array.from({ length: Math.min(count, 2 * LONGEST_CELL) }, () => this.u8());
    this.skip(count - kept.length);
    return kept;
  }

  #decoded(count: number, wide: boolean): string {
    const from = this.#data.byteOffset + this.#at;
    const bytes = new Uint8Array(this.#data.buffer, from, wide ? count * 2 : count);
    // Narrow ones are UTF-16 without the upper byte.
    return wide ? decoder.decode(bytes) : String.fromCharCode(...bytes);
  }

  #goOn(): boolean {
    const record = this.records.read(this.#next);
    if (record === null || record.id !== CONTINUE) return false;
    this.#data = record.data;
    this.#next = record.next;
    this.#at = 0;
    return true;
  }
}
