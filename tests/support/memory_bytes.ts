import type { ByteSource } from "../../lib/jobs/workbook/byte_source.ts";

/** Bytes that are in memory already, in the place of a file's. */
export class MemoryBytes implements ByteSource {
  constructor(private readonly bytes: Uint8Array) {}

  get size(): number {
    return this.bytes.length;
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    return at < 0 ? new Uint8Array() : this.bytes.slice(at, at + length);
  }
}
