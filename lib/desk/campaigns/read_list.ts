import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import { planOf } from "../../domain/national_plan.ts";
import type { Numbering } from "../../domain/numbering.ts";
import { numbersIn } from "../../domain/numbers_in.ts";
import type { NewEntry } from "../../store/campaign_entries.ts";

/** A list as it can be called: what stands in no line as a number is counted, and left out. */
export interface ReadList {
  readonly entries: readonly NewEntry[];
  readonly withoutNumber: number;
}

/** In a list the 112th line may be numbered `112`, and that is not whom it wants to be called. */
const LEAST_DIGITS = 7;

/**
 * Reads a list: in each line the first number that is whole in itself, else the first of seven digits and more; of the
 * other cells the first is a name, the second a company.
 */
export function readList(text: string, numbering: Numbering): ReadList {
  const rows = cellsOf(text);
  const entries = rows.map((cells) => entryOf(cells, numbering)).filter((entry) => entry !== null);
  return { entries, withoutNumber: rows.length - entries.length };
}

const SHAPE: Options = {
  bom: true,
  delimiter: [",", "\t", ";", "|"],
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
  const found = cells.flatMap((cell, at) =>
    numbersOf(cell, numbering).map((one) => ({ ...one, at }))
  );
  // `20001234` without an area code may be a number of another kind: of a customer, of an order.
  const chosen = found.find(({ isWhole }) => isWhole) ?? found[0];
  if (chosen === undefined) return null;
  const { at, number, normal } = chosen;
  const [name = "", company = ""] = cells.filter((cell, index) => index !== at && cell !== "");
  return { customerId: null, number, normal, name: cut(name), company: cut(company) };
}

interface ListedNumber {
  readonly number: string;
  readonly normal: string;
  /** Whether it says its area. */
  readonly isWhole: boolean;
}

function numbersOf(cell: string, numbering: Numbering): ListedNumber[] {
  return numbersIn(cell, numbering).flatMap(({ text, read }) => {
    if (read.kind !== "number" || read.normal.length < LEAST_DIGITS) return [];
    const needsArea = read.completed === "area_code" || planOf(numbering).isLocal(read.normal);
    return [{ number: text, normal: read.normal, isWhole: !needsArea }];
  });
}

function cut(text: string): string {
  return text.replace(/\p{Cc}/gu, " ").slice(0, 100);
}
