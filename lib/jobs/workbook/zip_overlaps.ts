import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import type { ZipMember } from "./zip_member.ts";
import { viewOf } from "./zip_end.ts";

const HEADER = 0x04034b50;
const HEADER_SIZE = 30;

/**
 * Where the bytes of a member begin, behind its own header (PKWARE APPNOTE 4.3.7). Throws JobFailure `broken_excel`
 * where there is no header.
 */
export function dataOf(source: ByteSource, member: ZipMember): number {
  const header = viewOf(source.read(member.at, HEADER_SIZE));
  if (header.byteLength < HEADER_SIZE || header.getUint32(0, true) !== HEADER) {
    throw new JobFailure("broken_excel");
  }
  return member.at + HEADER_SIZE + header.getUint16(26, true) + header.getUint16(28, true);
}

/**
 * Honest members lie one behind the other. In a bomb many of them are the same bytes (Fifield, "A better zip
 * bomb"). Throws JobFailure `excel_forged`; `broken_excel` where a member is not before `end`.
 */
export function refuseOverlaps(
  source: ByteSource,
  members: Iterable<ZipMember>,
  end: number,
): void {
  let free = 0;
  for (const member of [...members].sort((a, b) => a.at - b.at)) {
    if (member.at < free) throw new JobFailure("excel_forged");
    free = dataOf(source, member) + member.packed;
    if (free > end) throw new JobFailure("broken_excel");
  }
}
