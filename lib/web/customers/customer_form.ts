import type { TypedCustomer } from "../../desk/customers/check_customer.ts";
import type { WrittenCustomer } from "../../desk/customers/written_customer.ts";
import { textsOf } from "../../domain/customer_fields.ts";
import { customFields } from "../../store/custom_fields.ts";
import type { ImportRowKey } from "../../store/import_rows.ts";
import { idOrNull } from "../params.ts";
import type { Visit } from "../visit.ts";
import type { Form } from "../forms/form.ts";
import { ownerAnswer } from "./number_owners.ts";

/** No page has so many rows for numbers: those behind them are not shown again. */
const MOST_ROWS = 100;

/** What the form says about a customer. */
export function writtenCustomer(form: Form, visit: Visit): WrittenCustomer {
  return {
    typed: typedCustomer(form, visit),
    callId: idOrNull(form.text("call")),
    importRow: importRowKey(form.text("import"), form.text("row")),
    answer: ownerAnswer(form),
  };
}

/** Names the row of an import; null where it names none. */
export function importRowKey(importId = "", row = ""): ImportRowKey | null {
  const [id, number] = [idOrNull(importId), idOrNull(row)];
  return id === null || number === null ? null : { importId: id, row: number };
}

function typedCustomer(form: Form, visit: Visit): TypedCustomer {
  const labels = form.texts("label");
  return {
    ...textsOf((field) => form.text(field)),
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
