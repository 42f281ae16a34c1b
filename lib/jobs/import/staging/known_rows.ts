import { plainHeading } from "../../../text/import_headings.ts";
import { JobFailure } from "../../job_failure.ts";
import type { TableRow } from "../formats/table.ts";

/** So many headings make a row of headings. */
const FEWEST = 2;

/**
 * Rows that stand in a file again and again, as exports that were joined and printed pages have them: its headings, and
 * what stands above them.
 */
export class KnownRows {
  readonly #known: ReadonlySet<string>;
  /** Their first cells: most rows are seen to be others by that. */
  readonly #firsts: ReadonlySet<string>;

  /** `head` is all down to the headings. */
  constructor(head: readonly TableRow[]) {
    this.#known = new Set(head.map(keyOf));
    this.#firsts = new Set(head.map(({ cells }) => cells[0]?.trim() ?? ""));
  }

  /** Throws JobFailure `other_headings`, with the row as the limit, where others begin: what is below is another list. */
  has(row: TableRow): boolean {
    const isFirst = this.#firsts.has(row.cells[0]?.trim() ?? "");
    if (isFirst && this.#known.has(keyOf(row))) return true;
    if (this.#known.size > 0 && isHeadings(row.cells)) {
      throw new JobFailure("other_headings", row.row);
    }
    return false;
  }
}

function keyOf({ cells }: TableRow): string {
  return cells.map((cell) => cell.trim()).join("\n");
}

/** Whether a row is nothing but headings that everybody knows. */
function isHeadings(cells: readonly string[]): boolean {
  // Most rows are seen to be none by a cell that no heading is like, which costs little.
  if (cells.some((cell) => cell.length > 30 || /\d{4}/.test(cell))) return false;
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (filled.length < FEWEST) return false;
  if (plainHeading(filled[0]!) === "") return false;
  const senses = filled.map(plainHeading);
  return senses.every((sense) => sense !== "") && new Set(senses).size >= FEWEST;
}
