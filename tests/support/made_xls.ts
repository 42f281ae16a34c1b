import { joined, record } from "./zip_file.ts";

/** A record of an .xls: its number, then what is in it. */
export function xls(id: number, ...data: readonly Uint8Array[]): Uint8Array {
  const all = joined(data);
  return joined([record("HH", [id, all.length]), all]);
}

/** A text with its length in one byte or two; in narrow letters where they suffice. */
export function xlsText(text: string, lengthBytes: 1 | 2 = 2): Uint8Array {
  const codes = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  const wide = codes.some((code) => code > 255);
  return joined([
    record(lengthBytes === 1 ? "BB" : "HB", [codes.length, wide ? 1 : 0]),
    record((wide ? "H" : "B").repeat(codes.length), codes),
  ]);
}

export const number = (row: number, column: number, value: number, style = 0) =>
  xls(0x203, record("HHHd", [row, column, style, value]));
export const label = (row: number, column: number, text: string) =>
  xls(0x204, record("HHH", [row, column, 0]), xlsText(text));
export const shared = (row: number, column: number, index: number) =>
  xls(0xfd, record("HHHI", [row, column, 0, index]));

export interface MadeXlsSheet {
  readonly name: string;
  /** Its records between the first and the last. */
  readonly records: readonly Uint8Array[];
  readonly hidden?: 0 | 1 | 2;
}

export interface MadeXls {
  readonly sheets: readonly MadeXlsSheet[];
  readonly active?: number;
  /** Format codes, used by the styles 1, 2 and so on. */
  readonly formats?: readonly string[];
  /** The records of the shared texts. */
  readonly texts?: readonly Uint8Array[];
  /** More records before the sheets. */
  readonly more?: readonly Uint8Array[];
}

const begin = (kind: number) => xls(0x809, record("HHHHII", [0x600, kind, 0, 0, 0, 0]));
const END = xls(0x0a);

/** The stream of an .xls workbook of Excel 97 on. */
export function madeXls(
  { sheets, active = 0, formats = [], texts = [], more = [] }: MadeXls,
): Uint8Array {
  const bodies = sheets.map(({ records }) => joined([begin(0x10), ...records, END]));
  const globals = (places: readonly number[]) =>
    joined([
      begin(5),
      ...more,
      xls(0x3d, record("HHHHHHHHH", [0, 0, 0, 0, 0, active, 0, 1, 0])),
      ...formats.map((code, i) => xls(0x41e, record("H", [200 + i]), xlsText(code))),
      ...[0, ...formats.map((_, i) => 200 + i)].map((id) =>
        xls(0xe0, record("HH", [0, id]), new Uint8Array(16))
      ),
      ...sheets.map(({ name, hidden = 0 }, i) =>
        xls(0x85, record("IBB", [places[i]!, hidden, 0]), xlsText(name, 1))
      ),
      xls(0x1c1, record("HHI", [0x1c1, 0, 1])),
      ...texts,
      END,
    ]);
  let at = globals(sheets.map(() => 0)).length;
  const places = bodies.map(({ length }) => (at += length) - length);
  return joined([globals(places), ...bodies]);
}

/** Shared texts in one record and those that go on behind it, cut where `cuts` says. */
export function sharedTexts(all: readonly string[]): Uint8Array {
  return xls(0xfc, record("II", [all.length, all.length]), ...all.map((text) => xlsText(text)));
}
