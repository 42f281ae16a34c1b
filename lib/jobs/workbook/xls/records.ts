import { JobFailure } from "../../job_failure.ts";
import type { ByteSource } from "../byte_source.ts";

/** A record of a workbook's stream. (MS-XLS 2.1.4.) */
export interface Record {
  readonly id: number;
  readonly at: number;
  /** Where the next one is. */
  readonly next: number;
  /** What is in it. */
  readonly data: DataView;
}

export const BOF = 0x809;
export const EOF = 0x0a;
export const CONTINUE = 0x3c;

const HEADER = 4;
const WINDOW = 64 * 1024;

/** Reads records at any place, and cheaply one behind the other. */
export class Records {
  #window: Uint8Array<ArrayBuffer> = new Uint8Array();
  #from = 0;

  constructor(private readonly source: ByteSource) {}

  /** Null at the end of the stream. Throws JobFailure `broken_excel` where the record is not whole. */
  read(at: number): Record | null {
    if (at >= this.source.size) return null;
    const here = this.#reach(at, HEADER);
    const bytes = this.#window;
    const id = bytes[here]! | bytes[here + 1]! << 8;
    const length = bytes[here + 2]! | bytes[here + 3]! << 8;
    const begin = this.#reach(at + HEADER, length);
    const data = new DataView(this.#window.buffer, this.#window.byteOffset + begin, length);
    return { id, at, next: at + HEADER + length, data };
  }

  /** Where in the window so many bytes are, from `at` of the stream. */
  #reach(at: number, length: number): number {
    if (at < this.#from || at + length > this.#from + this.#window.length) {
      this.#window = this.source.read(at, Math.max(length, WINDOW));
      this.#from = at;
    }
    if (length > this.#window.length) throw new JobFailure("broken_excel");
    return at - this.#from;
  }
}

/** A field of a record. Throws JobFailure `broken_excel` where the record is too short. */
export function u16(data: DataView, at: number): number {
  if (at + 2 > data.byteLength) throw new JobFailure("broken_excel");
  return data.getUint16(at, true);
}

export function u32(data: DataView, at: number): number {
  if (at + 4 > data.byteLength) throw new JobFailure("broken_excel");
  return data.getUint32(at, true);
}

export function u8(data: DataView, at: number): number {
  if (at >= data.byteLength) throw new JobFailure("broken_excel");
  return data.getUint8(at);
}

export function f64(data: DataView, at: number): number {
  if (at + 8 > data.byteLength) throw new JobFailure("broken_excel");
  return data.getFloat64(at, true);
}
