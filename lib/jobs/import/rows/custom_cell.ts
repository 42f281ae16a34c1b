import {
  checkFieldValue,
  type CustomField,
  type FieldProblem,
  LONGEST_VALUE,
} from "../../../domain/custom_field.ts";
import type { RowProblemCode } from "../../../domain/customer_import.ts";
import { yesOrNo } from "../../../text/import_words.ts";
import { dayOfCell } from "./cell_day.ts";

/** What a cell says of a field that an administrator defined: the value to store, or why it is none and a limit. */
export function customCell(
  field: CustomField,
  text: string,
): { readonly value: string } | { readonly code: RowProblemCode; readonly limit: number } {
  const checked = checkFieldValue(field, spelled(field, text));
  if (checked.ok) return { value: checked.value };
  return { code: CODES[checked.problem], limit: LONGEST_VALUE };
}

/** As the form would have it. */
function spelled({ kind }: CustomField, text: string): string {
  if (kind === "date") return dayOfCell(text) ?? text;
  if (kind !== "yes_no") return text;
  const said = yesOrNo(text);
  return said === null ? text : said ? "yes" : "no";
}

const CODES: Readonly<Record<FieldProblem, RowProblemCode>> = {
  required: "required",
  control: "control",
  too_long: "too_long",
  number: "figure",
  date: "date",
  choice: "choice",
  yes_no: "yes_no",
};
