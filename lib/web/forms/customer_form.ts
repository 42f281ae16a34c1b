import {
  checkCustomer as checkCoded,
  type CheckedCustomer,
  type TypedCustomer,
} from "../../desk/customers/check_customer.ts";
import { TEXT_FIELDS, type TextField } from "../../domain/customer_fields.ts";
import { customFields } from "../../store/custom_fields.ts";
import type { Visit } from "../visit.ts";
import { type Checked, inWords } from "./check.ts";
import type { Form } from "./form.ts";

/** No page has so many rows for numbers: those behind them are not shown again. */
const MOST_ROWS = 100;

export function typedCustomer(form: Form, visit: Visit): TypedCustomer {
  const labels = form.texts("label");
  const texts = Object.fromEntries(
    TEXT_FIELDS.map((field) => [field, form.text(field)]),
  ) as Record<TextField, string>;
  return {
    ...texts,
    doNotCall: form.text("doNotCall") !== "",
    birthday: form.text("birthday"),
    owner: form.text("owner"),
    custom: new Map(
      customFields(visit.store).map(({ id }) => [id, form.text(`field_${id}`)]),
    ),
    numbers: form.texts("number").slice(0, MOST_ROWS)
      .map((number, index) => ({ number, label: labels[index] ?? "" })),
    // A new customer has no version yet.
    version: form.text("version") || "0",
  };
}

/** Checks a new customer, or with `id` one that is changed. */
export function checkCustomer(
  typed: TypedCustomer,
  visit: Visit,
  id: number | null = null,
): Checked<CheckedCustomer> {
  return inWords(checkCoded(visit, typed, id), visit.t);
}
