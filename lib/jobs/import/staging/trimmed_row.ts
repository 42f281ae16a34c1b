import { JobFailure } from "../../job_failure.ts";
import { LONGEST_CELL, MOST_COLUMNS } from "../../table_limits.ts";
import { LONGEST_RECORD } from "../limits.ts";
import type { TableRow } from "../formats/table.ts";
import { tidyCell } from "./tidy_cell.ts";

/**
 * A row without the blank cells at its end, which spreadsheets leave behind, and with cells that are tidy and no longer
 * than anything may be; null where all of it is blank. Throws JobFailure `too_many_columns` or `line_too_long`.
 */
export function trimmedRow({ row, cells, ...marks }: TableRow): TableRow | null {
  let length = cells.length;
  while (length > 0 && cells[length - 1]!.trim() === "") length--;
  if (length === 0) return null;
  if (length > MOST_COLUMNS) throw new JobFailure("too_many_columns", MOST_COLUMNS);
  const kept = cells.slice(0, length).map((cell) => tidyCell(cell.slice(0, LONGEST_CELL)));
  const characters = kept.reduce((sum, cell) => sum + cell.length, 0);
  if (characters > LONGEST_RECORD) throw new JobFailure("line_too_long", row);
  return { row, cells: kept, ...marks };
}
