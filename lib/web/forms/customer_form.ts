import { z } from "zod";
import { normalNumber } from "../../domain/phone_number.ts";
import type { CustomerInput } from "../../store/customers.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked, line, paragraphs, version, wrong } from "./field_rules.ts";
import type { Form } from "./form.ts";

/** A customer as typed; the texts of every field, none left out. */
export interface TypedCustomer {
  readonly name: string;
  readonly company: string;
  readonly department: string;
  readonly email: string;
  readonly address: string;
  readonly grade: string;
  readonly memo: string;
  readonly warning: string;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly version: string;
}

const MOST_NUMBERS = 20;

export function typedCustomer(form: Form): TypedCustomer {
  const labels = form.texts("label");
  return {
    name: form.text("name"),
    company: form.text("company"),
    department: form.text("department"),
    email: form.text("email"),
    address: form.text("address"),
    grade: form.text("grade"),
    memo: form.text("memo"),
    warning: form.text("warning"),
    numbers: form.texts("number").map((number, index) => ({ number, label: labels[index] ?? "" })),
    // A new customer has no version yet.
    version: form.text("version") || "0",
  };
}

/** Checks a new customer, or with `version` one that is changed. */
export function checkCustomer(
  typed: TypedCustomer,
  visit: Visit,
): Checked<{ readonly customer: CustomerInput; readonly version: number }> {
  const checked = check(SHAPE, typed, visit.t);
  if (!checked.ok) return checked;
  const { version, ...customer } = checked.value;
  return { ok: true, value: { customer, version } };
}

const NUMBERS = z.array(z.object({ number: line("number", 60), label: line("label", 40) }))
  .superRefine((rows, ctx) => {
    const seen = new Set<string>();
    if (rows.length > MOST_NUMBERS) {
      ctx.addIssue({ ...wrong("field.too_many_numbers", { max: MOST_NUMBERS }), path: [0] });
    }
    rows.forEach(({ number }, index) => {
      if (number === "") return;
      const normal = normalNumber(number);
      if (normal === null) ctx.addIssue({ ...wrong("field.number"), path: [index] });
      else if (seen.has(normal)) ctx.addIssue({ ...wrong("field.number_twice"), path: [index] });
      else seen.add(normal);
    });
  })
  // Rows left blank are no numbers.
  .transform((rows) => rows.filter((row) => row.number !== ""));

const SHAPE = z.object({
  name: line("name", 200).superRefine((name, ctx) => {
    if (name === "") ctx.addIssue(wrong("field.required", { field: "name" }));
  }),
  company: line("company", 200),
  department: line("department", 200),
  email: line("email", 200).superRefine((email, ctx) => {
    if (email !== "" && !/^\S+@\S+\.\S+$/.test(email)) ctx.addIssue(wrong("field.email"));
  }),
  address: line("address", 500),
  grade: line("grade", 50),
  memo: paragraphs("memo", 5000),
  warning: line("warning", 500),
  numbers: NUMBERS,
  version,
});
