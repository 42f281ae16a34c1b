import { JobFailure } from "../job_failure.ts";
import { INFLATED, RATIO_COUNTS_FROM } from "./limits.ts";

interface Entry {
  readonly name: string;
  readonly packed: number;
  readonly inflated: number;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** The end record and the longest comment behind it. */
const END_AT_MOST = 22 + 0xffff;

/**
 * Looks at what a workbook says it will become before anything of it is inflated; the reader inflates nothing
 * beyond what is said there. (PKWARE APPNOTE 4.3.12, 4.3.16; a workbook in the 64-bit form is larger than any
 * that is taken.) Throws JobFailure `broken_excel` or `inflates`.
 */
export function refuseBomb(bytes: Uint8Array): void {
  for (const { name, packed, inflated } of entries(bytes)) {
    const most = name.includes("worksheets/")
      ? INFLATED.sheet
      : name.includes("sharedStrings")
      ? INFLATED.strings
      : INFLATED.other;
    // Pictures and the like are never looked at.
    if (/\/media\/|\/embeddings\//.test(name)) continue;
    if (inflated === 0 && packed > 2) throw new JobFailure("broken_excel");
    if (inflated > most) throw new JobFailure("inflates", Math.floor(most / 1024 / 1024));
    if (inflated > RATIO_COUNTS_FROM && inflated > packed * INFLATED.ratio) {
      throw new JobFailure("inflates", Math.floor(RATIO_COUNTS_FROM / 1024 / 1024));
    }
  }
}

function* entries(bytes: Uint8Array): Generator<Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end === null) throw new JobFailure("broken_excel");
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const names = new TextDecoder();
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) {
      throw new JobFailure("broken_excel");
    }
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    yield {
      name: names.decode(bytes.subarray(at + 46, at + 46 + name!)),
      packed: view.getUint32(at + 20, true),
      inflated: view.getUint32(at + 24, true),
    };
    at += 46 + name! + extra! + comment!;
  }
}

function endRecord(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_AT_MOST);
  for (let at = view.byteLength - 22; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  return null;
}
