import type { RowFlaw } from "../../../domain/customer_import.ts";
import { markedKindOf } from "./other_kinds.ts";
import { utf16Of } from "./utf16.ts";

/** A row of a file; `row` counts from 1, as people and spreadsheets do. */
export interface TableRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** How many fields the line has, blank ones at its end too; of a text file. */
  readonly fields?: number;
  /** A quote stands in a quoted field, and where the field ends is a guess. */
  readonly oddQuotes?: boolean;
  /** Why it cannot be a customer's row as it stands; absent where nothing speaks against it. */
  readonly flaw?: RowFlaw;
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
export function kindOf(head: Uint8Array): "book" | "vcard" | "html" | "text" | "binary" {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte);
  // A zip (.xlsx, .ods), a compound file (.xls, and every workbook with a password), an .xls without one around it.
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0)) return "book";
  if (isBareXls(head) || isXmlBook(head)) return "book";
  const marked = markedKindOf(head);
  if (marked !== null) return marked;
  if (utf16Of(head) !== null) return "text";
  const odd = head.filter((byte) => byte < 32 && !IN_TEXT.includes(byte)).length;
  return odd > FEW + head.length / 100 ? "binary" : "text";
}

/** Whether it begins as an .xls without a compound file around it: a BOF record, its kind and its length (MS-XLS 2.4.21). */
function isBareXls([kind, version, length, zero]: Uint8Array): boolean {
  return kind === 9 && [0, 2, 4, 8].includes(version!) && [4, 6, 8, 16].includes(length!) &&
    zero === 0;
}

/** Whether it is a workbook in one XML file: a flat .fods, or the XML of Excel 2003. */
function isXmlBook(head: Uint8Array): boolean {
  const text = new TextDecoder("latin1").decode(head).replaceAll("\0", "");
  return /^[^<]{0,3}</.test(text) &&
    /opendocument\.spreadsheet|<(?:\w+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/
      .test(text);
}

/** Zeros fill up fields, VT and FF break lines within a cell, 26 ends a file of DOS. */
const IN_TEXT = [0, 9, 10, 11, 12, 13, 26];
const FEW = 3;
