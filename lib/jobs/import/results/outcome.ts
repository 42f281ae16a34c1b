import type {
  ImportOutcome,
  PreviewRow,
  RowFate,
  RowProblem,
} from "../../../domain/customer_import.ts";
import { PREVIEW_PROBLEMS, PREVIEW_ROWS } from "../limits.ts";
import type { PlannedRow } from "../plan/planned_rows.ts";
import { rowResult, type RowResultsWriter } from "./row_results.ts";
import type { TableRow } from "../formats/table.ts";

/** Counts what the rows lead to, notes it for each, and keeps the first of them to be shown. */
export class OutcomeTally {
  readonly #counts: Record<RowFate, number> = { new: 0, update: 0, duplicate: 0, refused: 0 };
  readonly #preview: PreviewRow[] = [];
  readonly #problems: RowProblem[] = [];
  #doubtful = 0;
  #restored = 0;
  #notes = 0;
  #completed = 0;

  constructor(private readonly results: Pick<RowResultsWriter, "add">) {}

  add({ row, read, plan }: PlannedRow): void {
    const result = rowResult(row.row, plan);
    this.results.add(result);
    this.#counts[plan.fate]++;
    if (result.doubts.length > 0) this.#doubtful++;
    if (plan.fate !== "refused") {
      this.#restored += read.restored.length;
      if (read.note !== null) this.#notes++;
      this.#completed += read.completed.length;
    }
    for (const problem of result.problems) {
      if (this.#problems.length < PREVIEW_PROBLEMS) this.#problems.push(problem);
    }
    if (this.#preview.length === PREVIEW_ROWS) return;
    const { problems: _told, ...shown } = result;
    this.#preview.push({
      ...shown,
      cells: shownCells(row),
      restored: read.restored,
      completed: read.completed,
    });
  }

  outcome(): ImportOutcome {
    return {
      ...this.#counts,
      doubtful: this.#doubtful,
      restored: this.#restored,
      ...this.#notes > 0 ? { notes: this.#notes } : {},
      completed: this.#completed,
      preview: this.#preview,
      problems: this.#problems,
    };
  }
}

/** Characters of a cell that a preview shows. */
const LONGEST_SHOWN = 80;

function shownCells({ cells }: TableRow): string[] {
  return cells.map((cell) =>
    [...cell.slice(0, LONGEST_SHOWN * 2)].slice(0, LONGEST_SHOWN).join("")
  );
}
