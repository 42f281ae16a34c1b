import { LONGEST_CELL } from "../../table_limits.ts";
import { Continued } from "./continued.ts";
import type { Record, Records } from "./records.ts";

/** How a workbook writes its texts: Unicode from Excel 97 on, before that in the code page of its machine. */
export interface Letters {
  /** Null: Unicode. */
  readonly codePage: number | null;
}

const NAMES: Readonly<Partial<{ [page: number]: string }>> = {
  ...{
    874: "windows-874",
    932: "shift_jis",
    936: "gbk",
    949: "euc-kr",
    950: "big5",
    1361: "euc-kr",
  },
  ...{ 1250: "windows-1250", 1251: "windows-1251", 1252: "windows-1252", 1253: "windows-1253" },
  ...{ 1254: "windows-1254", 1255: "windows-1255", 1256: "windows-1256", 1257: "windows-1257" },
  ...{
    1258: "windows-1258",
    10000: "macintosh",
    10001: "shift_jis",
    10003: "euc-kr",
    1200: "utf-16le",
    65001: "utf-8",
  },
};

/** The text at `at` of a record: its length in `lengthBytes`, then its letters. Throws JobFailure `broken_excel`. */
export function textAt(
  records: Records,
  record: Record,
  at: number,
  lengthBytes: 1 | 2,
  { codePage }: Letters,
): string {
  const bytes = new Continued(records, record);
  bytes.skip(at);
  const count = lengthBytes === 1 ? bytes.u8() : bytes.u16();
  if (codePage === null) return count === 0 ? "" : bytes.letters(count, (bytes.u8() & 1) === 1);
  return decoded(bytes.bytes(count), codePage).slice(0, LONGEST_CELL);
}

/** Programs that write no code page write that of their office. */
function decoded(bytes: Uint8Array, codePage: number): string {
  const name = NAMES[codePage];
  if (name !== undefined) return new TextDecoder(name).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return new TextDecoder("euc-kr").decode(bytes);
  }
}
