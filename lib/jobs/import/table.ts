/** A row of a file; `row` counts from 1, as people and spreadsheets do. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Hidden in the workbook, by a filter or by hand. */
  readonly hidden?: boolean;
  /** A letter of it was none in the file's encoding. */
  readonly lettersLost?: boolean;
  /** How many cells have the value of the merged area that they are in. */
  readonly merged?: number;
  /** How many cells are blank because a formula came to nothing but an error. */
  readonly errors?: number;
  /** How many cells are blank because nobody has computed their formulas. */
  readonly notComputed?: number;
  /** How many hidden columns have something in this row and had nothing above it. */
  readonly hiddenColumns?: number;
}

/** What kind of file the first bytes say it is. Names are not believed. */
export function kindOf(head: Uint8Array): "xlsx" | "old_excel" | "text" | "binary" {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  if (begins(0x50, 0x4b, 3, 4)) return "xlsx";
  // OLE2: .xls, and every workbook with a password.
  if (begins(0xd0, 0xcf, 0x11, 0xe0)) return "old_excel";
  if (begins(0xff, 0xfe) || begins(0xfe, 0xff)) return "text";
  const odd = head.filter((byte) => byte < 32 && ![0, 9, 10, 12, 13, 26].includes(byte)).length;
  return odd > head.length / 100 ? "binary" : "text";
}
