import { type Customer, customerCode } from "../../domain/customer.ts";
import type { RowsOf } from "../../domain/customer_import.ts";
import { ROWS_OF } from "../../domain/customer_import.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { reasonsOf } from "../../jobs/export/import_rows.ts";
import { customersByIds } from "../../store/customers.ts";
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
  const shown = openRows(store, one.id, of, { after: 0, limit: SHOWN });
  const ids = shown.flatMap(({ customerId, otherId }) => [customerId ?? [], otherId ?? []].flat());
  const customers = customersByIds(store, ids);
  return {
    of,
    count,
    rows: shown.map((row) => rowView(visit, one, row, customers)),
  };
}

/** Of what a file of rows can be downloaded. */
export function downloadsOf(visit: Visit, { id, outcome }: Import): RowsOf[] {
  if (outcome === null || !isFile(importFolder(visit.web.data, id).results)) return [];
  return ROWS_OF.filter((of) => outcome[of] > 0);
}

function rowView(
  visit: Visit,
  { id, choices }: Import,
  row: ImportRow,
  customers: ReadonlyMap<number, Customer>,
): RowsView["rows"][number] {
  const { problems, doubts, customerId, otherId } = row;
  const customerOf = (customerId: number | null) => {
    const found = customerId === null ? undefined : customers.get(customerId);
    return found === undefined ? null : customerView(visit, found);
  };
  // A form of customers mends no day of a consultation, and would register the customer again.
  const isNote = problems.some(({ code }) => code === "note_at");
  return {
    row: row.row,
    cells: row.cells.filter((text, index) => text !== "" && choices?.columns[index]?.field !== ""),
    // Who else it may be stands below.
    reasons: reasonsOf({
      problems,
      doubts: doubts.map(({ code }) => ({ code, customer: null })),
      twin: null,
    }, visit.t),
    customer: customerOf(customerId),
    other: customerOf(otherId),
    mend: problems.length > 0 && !isNote ? `/customers/new?import=${id}&row=${row.row}` : null,
  };
}

/** More numbers than these tell nobody apart. */
const NUMBERS_SHOWN = 3;

function customerView({ web }: Visit, { id, name, company, numbers }: Customer) {
  const shown = numbers.slice(0, NUMBERS_SHOWN).map(({ number }) =>
    formatNumber(number, web.office.numbering)
  );
  const text = [name, company, ...shown].filter((part) => part !== "").join(" · ");
  return { id, code: customerCode(id), text };
}
