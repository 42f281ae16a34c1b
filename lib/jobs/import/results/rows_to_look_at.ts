import type { ImportRow } from "../../../store/import_rows.ts";
import { MOST_LOOKED_AT } from "../limits.ts";
import type { PlannedRow } from "../plan/planned_rows.ts";
import { rowResult } from "./row_results.ts";

/** Finds the rows that somebody should look at when the import is done: the first of a file. */
export class RowsToLookAt {
  #refused = 0;
  #doubtful = 0;

  /** Those of a batch; `made` has the customers that its new rows became, in their order. */
  of(batch: readonly PlannedRow[], made: readonly number[]): ImportRow[] {
    const found: ImportRow[] = [];
    let next = 0;
    for (const { row, plan } of batch) {
      const { problems, doubts } = rowResult(row.row, plan);
      const customerId = plan.fate === "new"
        ? made[next++] ?? null
        : plan.fate === "update"
        ? plan.customer
        : null;
      if (!this.#isOne(problems.length, doubts.length)) continue;
      const otherId = doubts.find(({ customer }) => customer !== null)?.customer ?? null;
      found.push({ row: row.row, cells: row.cells, problems, doubts, customerId, otherId });
    }
    return found;
  }

  #isOne(problems: number, doubts: number): boolean {
    if (problems > 0) return ++this.#refused <= MOST_LOOKED_AT;
    return doubts > 0 && ++this.#doubtful <= MOST_LOOKED_AT;
  }
}
