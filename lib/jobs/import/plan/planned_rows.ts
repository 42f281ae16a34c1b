import type { ImportChoices } from "../../../domain/customer_import.ts";
import type { ImportContents } from "../../../domain/import_contents.ts";
import type { Store } from "../../../store/database.ts";
import { officeTerms } from "../rows/office_terms.ts";
import { type RowPlan, RowPlanner } from "./plan_row.ts";
import { type ReadRow, rowReader } from "../rows/read_row.ts";
import { stagedRows } from "../staging/staged_rows.ts";
import type { TableRow } from "../formats/table.ts";

export interface PlannedRow {
  readonly row: TableRow;
  readonly read: ReadRow;
  readonly plan: RowPlan;
}

/** Asked about together: a question costs as much for one row as for many. Takes some 20 ms. */
const BATCH = 400;
/** A batch of very long rows ends sooner. */
const BATCH_CHARACTERS = 1024 * 1024;

/** The rows kept at `path` with what is done with each, in batches. The preview and the import go by the same. */
export function* plannedRows(
  path: string,
  { headings }: ImportContents,
  { columns, rule, key }: ImportChoices,
  store: Store,
  now: number,
): Generator<PlannedRow[]> {
  const read = rowReader(columns, headings, officeTerms(store, now));
  const planner = new RowPlanner(store, rule, key);
  let batch: { row: TableRow; read: ReadRow }[] = [];
  let characters = 0;
  const planned = () => {
    const plans = planner.plan(batch.map(({ read }) => read));
    return batch.map(({ row, read }, index) => ({ row, read, plan: plans[index] as RowPlan }));
  };
  for (const row of stagedRows(path)) {
    batch.push({ row, read: read(row) });
    characters = row.cells.reduce((sum, cell) => sum + cell.length, characters);
    if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
    yield planned();
    batch = [];
    characters = 0;
  }
  if (batch.length > 0) yield planned();
}
