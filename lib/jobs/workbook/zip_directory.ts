import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { LARGEST_DIRECTORY, MOST_MEMBERS } from "./limits.ts";
import { viewOf, zipEnd } from "./zip_end.ts";
import type { ZipMember } from "./zip_member.ts";
import { refuseOverlaps } from "./zip_overlaps.ts";

/** The members by `partKey`. */
export type ZipDirectory = ReadonlyMap<string, ZipMember>;

const ENTRY = 0x02014b50;
const ENTRY_SIZE = 46;
const ENCRYPTED = 1;
const UNKNOWN_32 = 0xffffffff;

/**
 * The members of a zip. Throws JobFailure: `broken_excel`; `excel_encrypted`; `excel_parts` where there are too many;
 * `excel_forged` where two have one name or share bytes. (PKWARE APPNOTE 4.3.12.)
 */
export function zipDirectory(source: ByteSource): ZipDirectory {
  const end = zipEnd(source);
  if (end.count > MOST_MEMBERS || end.size > LARGEST_DIRECTORY) {
    throw new JobFailure("excel_parts", MOST_MEMBERS);
  }
  const members = new Map<string, ZipMember>();
  const directory = source.read(end.at, end.size);
  const view = viewOf(directory);
  let at = 0;
  for (let i = 0; i < end.count; i++) {
    if (at + ENTRY_SIZE > view.byteLength || view.getUint32(at, true) !== ENTRY) {
      throw new JobFailure("broken_excel");
    }
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const next = at + ENTRY_SIZE + name! + extra! + comment!;
    if (next > view.byteLength) throw new JobFailure("broken_excel");
    const member = memberAt(view, at, decoder.decode(directory.subarray(at + 46, at + 46 + name!)));
    const key = partKey(member.name);
    if (members.has(key)) throw new JobFailure("excel_forged");
    members.set(key, member);
    at = next;
  }
  refuseOverlaps(source, members.values(), end.at);
  return members;
}

const decoder = new TextDecoder();

/** Parts are the same whatever the letters' case is and whether they are named from the root. (ECMA-376 part 2, 6.3.5.) */
export function partKey(name: string): string {
  return name.replaceAll("\\", "/").replace(/^\/+/, "").toLowerCase();
}

function memberAt(view: DataView, at: number, name: string): ZipMember {
  const flags = view.getUint16(at + 8, true);
  if ((flags & ENCRYPTED) !== 0) throw new JobFailure("excel_encrypted");
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new JobFailure("broken_excel");
  const long = longFields(view, at + ENTRY_SIZE + view.getUint16(at + 28, true), at);
  const field = (offset: number) => {
    const value = view.getUint32(at + offset, true);
    return value === UNKNOWN_32 ? long() ?? value : value;
  };
  // In the order in which the long ones follow each other.
  const [inflated, packed, header] = [field(24), field(20), field(42)] as const;
  return {
    name,
    method: method === 0 ? "stored" : "deflated",
    at: header,
    packed,
    inflated,
    crc: view.getUint32(at + 16, true),
  };
}

/** Gives one after the other the 64-bit values of a member's extra field (APPNOTE 4.5.3); null where there is none. */
function longFields(view: DataView, from: number, entry: number): () => number | null {
  const end = from + view.getUint16(entry + 30, true);
  for (let at = from; at + 4 <= end;) {
    const [id, size] = [view.getUint16(at, true), view.getUint16(at + 2, true)];
    let next = at + 4;
    at = next + size;
    if (id !== 1 || at > end) continue;
    return () => {
      if (next + 8 > at) return null;
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
  }
  return () => null;
}
