import type {
  ImportOutcome,
  PreviewRow,
  RowFate,
  RowProblem,
} from "../../domain/customer_import.ts";
import { PREVIEW_PROBLEMS, PREVIEW_ROWS } from "./limits.ts";
import type { RowPlan } from "./plan_row.ts";
import type { ReadRow } from "./read_row.ts";
import type { TableRow } from "./table.ts";

/** Counts what the rows lead to, and keeps the first of them to be shown. */
export class OutcomeTally {
  readonly #counts: Record<RowFate, number> = { new: 0, update: 0, duplicate: 0, refused: 0 };
  readonly #preview: PreviewRow[] = [];
  readonly #problems: RowProblem[] = [];
  #restored = 0;

  /** `report` is given every problem. */
  constructor(private readonly report: (problem: RowProblem) => void) {}

  add(row: TableRow, read: ReadRow, plan: RowPlan): void {
    this.#counts[plan.fate]++;
    if (plan.fate === "refused") {
      for (const problem of plan.problems) {
        this.report(problem);
        if (this.#problems.length < PREVIEW_PROBLEMS) this.#problems.push(problem);
      }
    } else {
      this.#restored += read.restored.length;
    }
    if (this.#preview.length < PREVIEW_ROWS) this.#preview.push(previewOf(row, read, plan));
  }

  outcome(): ImportOutcome {
    return {
      ...this.#counts,
      restored: this.#restored,
      preview: this.#preview,
      problems: this.#problems,
    };
  }
}

/** Characters of a cell that a preview shows. */
const LONGEST_SHOWN = 80;

function previewOf({ row, cells }: TableRow, read: ReadRow, plan: RowPlan): PreviewRow {
  const twin = plan.fate === "duplicate"
    ? plan.twin
    : plan.fate === "update"
    ? { customer: plan.customer }
    : null;
  const shown = cells.map((cell) => [...cell.slice(0, LONGEST_SHOWN * 2)].slice(0, LONGEST_SHOWN))
    .map((letters) => letters.join(""));
  return { row, fate: plan.fate, cells: shown, restored: read.restored, twin };
}
