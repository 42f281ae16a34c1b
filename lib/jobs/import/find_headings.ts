import type { HeadingRows } from "../../domain/import_contents.ts";
import { JobFailure } from "../job_failure.ts";
import type { TableRow } from "./table.ts";

const LONGEST_HEADING = 100;
const LONGEST_SHOWN = 200;

export interface FoundHeadings {
  readonly headingRows: HeadingRows;
  /** What each column is called; two rows are joined, a blank between them. */
  readonly headings: readonly string[];
  /** Those of the first rows that stand below. */
  readonly below: readonly TableRow[];
}

/** Which of the first rows `top` of a file are its headings: those that a person chose, else the first. Throws JobFailure `no_rows`. */
export function findHeadings(
  top: readonly TableRow[],
  chosen: HeadingRows | null,
): FoundHeadings {
  const headingRows = chosen ?? { row: top[0]?.row ?? 1, rows: 1 };
  const last = headingRows.row + headingRows.rows;
  const above = top.filter(({ row }) => row >= headingRows.row && row < last);
  const below = top.filter(({ row }) => row >= last);
  if (below.length === 0) throw new JobFailure("no_rows");
  const width = Math.max(0, ...above.map(({ cells }) => cells.length));
  const headings = Array.from({ length: width }, (_, column) => {
    const words = above.map(({ cells }) => (cells[column] ?? "").trim()).filter((word) => word);
    return [...new Set(words)].join(" ").slice(0, LONGEST_HEADING);
  });
  return { headingRows, headings, below };
}

/** Cells as a page shows them. */
export function cutCells(cells: readonly string[]): string[] {
  return cells.map((cell) => cell.slice(0, LONGEST_SHOWN));
}
