import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";

/** Where the list of a zip's members is. */
export interface ZipEnd {
  readonly count: number;
  readonly at: number;
  readonly size: number;
}

const END = 0x06054b50;
const END_SIZE = 22;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_SIZE = 20;
const END_64 = 0x06064b50;
const END_64_SIZE = 56;
const LONGEST_COMMENT = 0xffff;

/**
 * The end record of a zip, in the 32-bit or the 64-bit form (PKWARE APPNOTE 4.3.14 to 4.3.16). Throws JobFailure
 * `broken_excel` where there is none.
 */
export function zipEnd(source: ByteSource): ZipEnd {
  const first = Math.max(0, source.size - END_SIZE - LONGEST_COMMENT);
  const tail = viewOf(source.read(first, source.size - first));
  for (let at = tail.byteLength - END_SIZE; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    if (at + END_SIZE + tail.getUint16(at + 20, true) > tail.byteLength) continue;
    const end: ZipEnd = {
      count: tail.getUint16(at + 10, true),
      size: tail.getUint32(at + 12, true),
      at: tail.getUint32(at + 16, true),
    };
    const large = end.count === 0xffff || end.size === 0xffffffff || end.at === 0xffffffff;
    const whole = large ? zipEnd64(source, first + at) ?? end : end;
    if (whole.at + whole.size > first + at) break;
    return whole;
  }
  throw new JobFailure("broken_excel");
}

/** The record that the locator before the end record points to; null where there is no locator. */
function zipEnd64(source: ByteSource, endAt: number): ZipEnd | null {
  const locator = viewOf(source.read(endAt - LOCATOR_64_SIZE, LOCATOR_64_SIZE));
  if (locator.byteLength < LOCATOR_64_SIZE || locator.getUint32(0, true) !== LOCATOR_64) {
    return null;
  }
  const record = viewOf(source.read(Number(locator.getBigUint64(8, true)), END_64_SIZE));
  if (record.byteLength < END_64_SIZE || record.getUint32(0, true) !== END_64) {
    throw new JobFailure("broken_excel");
  }
  return {
    count: Number(record.getBigUint64(32, true)),
    size: Number(record.getBigUint64(40, true)),
    at: Number(record.getBigUint64(48, true)),
  };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
