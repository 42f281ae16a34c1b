import type { TypedCustomer } from "../../desk/customers/check_customer.ts";
import { textsOf } from "../../domain/customer_fields.ts";
import {
  customFieldId,
  fieldOfColumn,
  type ImportField,
  type RowProblem,
} from "../../domain/customer_import.ts";
import { officeTerms } from "../../jobs/import/rows/office_terms.ts";
import { rowReader } from "../../jobs/import/rows/read_row.ts";
import { type ImportRowKey, openRow } from "../../store/import_rows.ts";
import { requireImport } from "../../store/imports.ts";
import type { CustomerFormView } from "./customer_data.ts";
import { refusedCustomerForm } from "./customer_form_view.ts";
import type { Visit } from "../visit.ts";

/**
 * The form for a new customer with what a refused row of an import says, and beside the fields why it was refused; null
 * where there is no such row, or somebody has settled it.
 */
export function importedRowForm(visit: Visit, key: ImportRowKey): CustomerFormView | null {
  const { store, t } = visit;
  const { contents, choices } = requireImport(store, key.importId);
  const row = openRow(store, key.importId, key.row);
  if (row === null || row.problems.length === 0 || contents === null || choices === null) {
    return null;
  }
  const read = rowReader(choices.columns, contents.headings, officeTerms(store, visit.now));
  const { customer } = read({ row: row.row, cells: row.cells });
  const texts: Record<string, string> = { ...customer.texts };
  const numbers = customer.numbers.map(({ number, label }) => ({ number, label }));
  const custom = new Map(customer.custom);
  const errors: Record<string, string> = {};
  for (const problem of row.problems) {
    const sentence = t(`import.problem_${problem.code}`, { limit: problem.limit });
    const column = columnOf(problem, contents.headings, choices.columns.map(({ field }) => field));
    if (column === null) {
      errors["form"] = sentence;
      continue;
    }
    const { field, index } = column;
    const cell = (row.cells[index] ?? "").trim();
    if (field === "number") {
      errors[`numbers.${numbers.length}`] = sentence;
      numbers.push({ number: cell, label: choices.columns[index]?.label ?? "" });
      continue;
    }
    const own = customFieldId(field);
    if (own !== null) {
      errors[`field_${own}`] = sentence;
      custom.set(own, cell);
    } else if (field === "code") {
      errors["form"] = sentence;
    } else {
      const name = fieldOfColumn(field);
      errors[name] = sentence;
      texts[name] = cell;
    }
  }
  const typed: TypedCustomer = {
    ...textsOf((field) => texts[field] ?? ""),
    doNotCall: customer.doNotCall ?? false,
    birthday: customer.birthday ?? "",
    owner: customer.ownerId === undefined ? "" : String(customer.ownerId),
    ...{ custom, numbers, version: "0" },
  };
  return refusedCustomerForm(visit, null, { typed, callId: null, importRow: key }, errors);
}

/** Which column a problem is about; null where it is about the row. */
function columnOf(
  { heading, value }: RowProblem,
  headings: readonly string[],
  fields: readonly ImportField[],
): { readonly field: Exclude<ImportField, "">; readonly index: number } | null {
  if (heading === "" && value === "") return null;
  const index = headings.findIndex((one, place) => one === heading && fields[place] !== "");
  const field = fields[index] ?? "";
  return field === "" ? null : { field, index };
}
