import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import type { Numbering } from "../../domain/numbering.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import type { NewEntry } from "../../store/campaign_entries.ts";

/** A list as it can be called: what stands in no line as a number is counted, and left out. */
export interface ReadList {
  readonly entries: readonly NewEntry[];
  readonly withoutNumber: number;
}

/** Reads a list: in each line the first cell that is a number, then a name, then a company. */
export function readList(text: string, numbering: Numbering): ReadList {
  const rows = cellsOf(text);
  const entries = rows.map((cells) => entryOf(cells, numbering)).filter((entry) => entry !== null);
  return { entries, withoutNumber: rows.length - entries.length };
}

const SHAPE: Options = {
  bom: true,
  delimiter: [",", "\t", ";"],
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  trim: true,
};

function cellsOf(text: string): string[][] {
  try {
    return parse(text, SHAPE) as string[][];
  } catch (error) {
    // One that nobody closes is a character like any other: it is no reason to take all lines behind it for one cell.
    if (!(error instanceof CsvError) || error.code !== "CSV_QUOTE_NOT_CLOSED") throw error;
    const rows = parse(text, { ...SHAPE, quote: false }) as string[][];
    return rows.map((cells) => cells.map((cell) => cell.replace(/^"|"$/g, "").trim()));
  }
}

function entryOf(cells: readonly string[], numbering: Numbering): NewEntry | null {
  const at = cells.findIndex((cell) => normalNumber(cell, numbering) !== null);
  const number = cells[at];
  if (number === undefined) return null;
  const [name = "", company = ""] = cells.filter((cell, index) => index !== at && cell !== "");
  const normal = normalNumber(number, numbering)!;
  return { customerId: null, number, normal, name: cut(name), company: cut(company) };
}

function cut(text: string): string {
  return text.replace(/\p{Cc}/gu, " ").slice(0, 100);
}
