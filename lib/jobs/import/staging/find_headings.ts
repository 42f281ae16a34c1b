import type { HeadingRows } from "../../../domain/import_contents.ts";
import { isHeading, plainHeading } from "../../../text/import_headings.ts";
import { JobFailure } from "../../job_failure.ts";
import { looksLikeValue } from "./looks_like_value.ts";
import type { TableRow } from "../formats/table.ts";

const LONGEST_HEADING = 100;
const LONGEST_SHOWN = 200;
/** Rows below a row that it is compared with. */
const COMPARED = 8;
/** The share of the best score. */
const GOOD_ENOUGH = 0.6;
/** Rows of a list that has columns. */
const FEWEST_CELLS = 2;

export interface FoundHeadings {
  readonly headingRows: HeadingRows;
  /** What each column is called; two rows are joined, a blank between them. */
  readonly headings: readonly string[];
  /** How many fields the headings have in the file, those at the end that are blank too. */
  readonly fields: number;
  /** Those of the first rows down to the headings, with them. */
  readonly above: readonly TableRow[];
  /** Those that stand below. */
  readonly below: readonly TableRow[];
}

/**
 * Which of the first rows `top` of a file are its headings: those that a person chose, else those that are known words or
 * stand above values of another kind; none where the first is a customer's. Throws JobFailure `no_rows`.
 */
export function findHeadings(
  top: readonly TableRow[],
  chosen: HeadingRows | null,
): FoundHeadings {
  const headingRows = chosen ?? likeliest(top);
  const last = headingRows.row + headingRows.rows;
  const isAbove = ({ row }: TableRow) => row < last;
  const [above, below] = [top.filter(isAbove), top.filter((row) => !isAbove(row))];
  if (below.length === 0) throw new JobFailure("no_rows");
  const own = above.filter(({ row }) => row >= headingRows.row);
  const headings = joined(own.map(({ cells }) => cells));
  const fields = own.length === 0
    ? commonFields(below)
    : Math.max(...own.map(({ cells, fields }) => fields ?? cells.length));
  return { headingRows, headings, fields, above, below };
}

/** Cells as a page shows them. */
export function cutCells(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.slice(0, LONGEST_SHOWN));
}

function commonFields(rows: readonly TableRow[]): number {
  const counts = rows.map(({ cells, fields }) => fields ?? cells.length).sort((a, b) => a - b);
  return counts[Math.floor(counts.length / 2)] ?? 0;
}

function likeliest(top: readonly TableRow[]): HeadingRows {
  const first = top[0];
  if (first === undefined) return { row: 1, rows: 1 };
  const width = commonWidth(top);
  const scores = top.map((row, index) =>
    scoreOf(row, top.slice(index + 1, index + 1 + COMPARED), width)
  );
  const most = Math.max(...scores);
  // The first that is good enough: what stands above is left out, and a list may have its headings again.
  if (most > 0) {
    const index = scores.findIndex((score) => score >= most * GOOD_ENOUGH);
    return withNeighbour(top, isGroupsOver(top[index + 1], top[index]!) ? index + 1 : index);
  }
  // Nothing is known of any. A row of values is a customer's, and so is what stands below it.
  const begin = top.find(({ cells }) => filledOf(cells).length >= Math.min(FEWEST_CELLS, width)) ??
    first;
  return { row: begin.row, rows: begin.cells.some(looksLikeValue) ? 0 : 1 };
}

/** How many cells most rows have. */
function commonWidth(top: readonly TableRow[]): number {
  const widths = top.map(({ cells }) => filledOf(cells).length).sort((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

/** How much a row looks like headings; 0 and less: not at all. */
function scoreOf({ cells }: TableRow, below: readonly TableRow[], width: number): number {
  const filled = filledOf(cells);
  if (below.length === 0 || cells.some(looksLikeValue) || filled.length === 0) return 0;
  // A title over all columns, merged, is one word.
  if (new Set(filled).size === 1 && width >= FEWEST_CELLS) return 0;
  let score = 0;
  cells.forEach((cell, column) => {
    const word = cell.trim();
    if (word === "") return;
    if (plainHeading(word) !== "") score += 4;
    else if (isShort(word) && isHeading(word)) score += 2;
    const others = below.map((row) => row.cells[column] ?? "").filter((text) => text.trim() !== "");
    const values = others.filter(looksLikeValue).length;
    if (values > 0 && values >= others.length / 2) score += 2;
    // A long text is a note's.
    if (!isShort(word)) score -= 2;
  });
  // Two words that stand beside each other above a wider list are no headings of it.
  return filled.length * 3 < width ? score - 4 : score;
}

/** Whether a row names groups of columns, and the one below it each column. */
function isGroupsOver(below: TableRow | undefined, { row, cells }: TableRow): boolean {
  if (below?.row !== row + 1 || below.cells.some(looksLikeValue)) return false;
  const names = filledOf(below.cells);
  return names.every(isKnown) && new Set(names).size === names.length &&
    distinct(cells) < names.length;
}

function isShort(word: string): boolean {
  return word.length <= 30;
}

/** The row at `index`, with the one above or below it where both together say what the columns are. */
function withNeighbour(top: readonly TableRow[], index: number): HeadingRows {
  const row = top[index]!;
  const one: HeadingRows = { row: row.row, rows: 1 };
  const [above, below] = [top[index - 1], top[index + 1]];
  if (above?.row === row.row - 1 && arePair(above.cells, row.cells)) {
    return { row: above.row, rows: 2 };
  }
  if (below?.row === row.row + 1 && top.length > index + 2 && arePair(row.cells, below.cells)) {
    return { row: row.row, rows: 2 };
  }
  return one;
}

/** Whether the lower row says of some columns what the upper one leaves open, and the upper one of others. */
function arePair(upper: readonly string[], lower: readonly string[]): boolean {
  if ([...upper, ...lower].some(looksLikeValue)) return false;
  if (distinct(upper) < FEWEST_CELLS || !lower.some(isKnown)) return false;
  const names = filledOf(joined([upper, lower]));
  // Each is called otherwise, as it is not by the upper row alone.
  if (new Set(names).size < names.length || distinct(upper) === names.length) return false;
  // Cells that were merged over both rows are blank in the lower one, or filled with the same word.
  const isMerged = lower.some((cell, column) => cell.trim() !== "" && cell === upper[column]);
  return isMerged || distinct(lower) < names.length;
}

function isKnown(cell: string): boolean {
  return isShort(cell) && isHeading(cell);
}

function distinct(cells: readonly string[]): number {
  return new Set(filledOf(cells)).size;
}

function filledOf(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
}

/** The headings of one row, or of two: what stands over several columns is said of each. */
function joined(rows: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...rows.map((cells) => cells.length));
  const [upper, lower] = rows;
  let over = "";
  return Array.from({ length: width }, (_, column) => {
    const words = rows.map((cells) => wordOf(cells[column] ?? ""));
    if (upper !== undefined && lower !== undefined) {
      // A merged cell has its word in the first column alone.
      if (words[0] !== "") over = words[0]!;
      else if (words[1] !== "") words[0] = over;
    }
    return [...new Set(words.filter((word) => word !== ""))].join(" ").slice(0, LONGEST_HEADING);
  });
}

function wordOf(cell: string): string {
  return cell.trim().replace(/\s+/g, " ");
}
