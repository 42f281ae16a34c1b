import { customerCode } from "../../domain/customer.ts";
import type { RowsOf } from "../../domain/customer_import.ts";
import { ROWS_OF } from "../../domain/customer_import.ts";
import { reasonsOf } from "../../jobs/export/import_rows.ts";
import { importFolder } from "../../store/import_folder.ts";
import { countOpenRows, type ImportRow, type LookedAt, openRows } from "../../store/import_rows.ts";
import type { Import } from "../../store/imports.ts";
import { isFile } from "../../store/open_office.ts";
import type { RowsView } from "./import_data.ts";
import type { Visit } from "../visit.ts";

const SHOWN = 50;

/** The rows of a finished import that somebody should look at, of one kind; null where there are none. */
export function rowsView(visit: Visit, one: Import, of: LookedAt): RowsView | null {
  const { store } = visit;
  const count = countOpenRows(store, one.id)[of];
  if (count === 0) return null;
  return {
    of,
    count,
    rows: openRows(store, one.id, of, { after: 0, limit: SHOWN })
      .map((row) => rowView(visit, one, row)),
  };
}

/** Of what a file of rows can be downloaded. */
export function downloadsOf(visit: Visit, { id, outcome }: Import): RowsOf[] {
  if (outcome === null || !isFile(importFolder(visit.web.data, id).results)) return [];
  return ROWS_OF.filter((of) => outcome[of] > 0);
}

function rowView(visit: Visit, { id, choices }: Import, row: ImportRow): RowsView["rows"][number] {
  const { problems, doubts, customerId, otherId } = row;
  const known = (customer: number | null) =>
    customer === null ? null : { id: customer, code: customerCode(customer) };
  return {
    row: row.row,
    cells: row.cells.filter((text, index) => text !== "" && choices?.columns[index]?.field !== ""),
    reasons: reasonsOf({ problems, doubts, twin: null }, visit.t),
    customer: known(customerId),
    other: known(otherId),
    mend: problems.length > 0 ? `/customers/new?import=${id}&row=${row.row}` : null,
  };
}
