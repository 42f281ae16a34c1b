import {
  CUSTOMER_FIELDS,
  DETAIL_FIELDS,
  TEXT_FIELDS,
  type TextField,
} from "../domain/customer_fields.ts";

const columns = TEXT_FIELDS.map((field) => CUSTOMER_FIELDS[field].column);

/** The columns of a customer's texts, as an INSERT names them: `name, company`, in the order of `TEXT_FIELDS`. */
export const TEXT_COLUMNS = columns.join(", ");

/** `?, ?`, for as many. */
export const TEXT_PLACES = columns.map(() => "?").join(", ");

/** `name = ?, company = ?`. */
export const TEXTS_SET = columns.map((column) => `${column} = ?`).join(", ");

/** Of the row `it` of json_each, whose value begins with the texts: `it.value ->> 0, it.value ->> 1`. */
export const TEXTS_OF_JSON = columns.map((_, at) => `it.value ->> ${at}`).join(", ");

/** The texts of the table customers, each by the name of its field. */
export const SELECTED_TEXTS = selected(TEXT_FIELDS);

/** Those by which a customer is found or compared with others. */
export const SELECTED_FOR_SEARCH = selected(["name", "company", ...DETAIL_FIELDS]);

function selected(fields: readonly TextField[]): string {
  return fields.map((field) => `customers.${CUSTOMER_FIELDS[field].column} AS ${field}`).join(", ");
}

/** The texts of something that has more than these, in the order of `TEXT_COLUMNS`; '' for what it has not. */
export function textValues(said: Readonly<Partial<Record<TextField, string>>>): string[] {
  return TEXT_FIELDS.map((field) => said[field] ?? "");
}
