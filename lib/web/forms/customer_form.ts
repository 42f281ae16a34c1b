import { z } from "zod";
import { line, paragraphs, version, wrong } from "../../desk/field_rules.ts";
import { checkFieldValue, normalDay } from "../../domain/custom_field.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import { customFields, fieldValuesOf } from "../../store/custom_fields.ts";
import { knownWord } from "../../store/list_words.ts";
import type { CustomerInput } from "../../store/customers.ts";
import { staffById } from "../../store/staff.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked, type FieldErrors } from "./check.ts";
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
  readonly doNotCall: boolean;
  readonly birthday: string;
  /** The ID of one of the staff. */
  readonly owner: string;
  /** By the field's ID. */
  readonly custom: ReadonlyMap<number, string>;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly version: string;
}

/** As far back as anybody remembers a birthday. */
const FIRST_YEAR = "1880";
const MOST_NUMBERS = 20;
/** No page has so many rows for numbers: those behind them are not shown again. */
const MOST_ROWS = 100;

export function typedCustomer(form: Form, visit: Visit): TypedCustomer {
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
): Checked<{ readonly customer: CustomerInput; readonly version: number }> {
  const checked = check(shape(visit), typed, visit.t);
  const fields = checkFields(typed, visit, id);
  if (!checked.ok || Object.keys(fields.errors).length > 0) {
    return { ok: false, errors: { ...checked.ok ? {} : checked.errors, ...fields.errors } };
  }
  const { version, owner: ownerId, ...customer } = checked.value;
  return {
    ok: true,
    value: { customer: { ...customer, ownerId, custom: fields.values }, version },
  };
}

/** The custom fields; what a customer has already may stay although it can no longer be chosen. */
function checkFields(
  typed: TypedCustomer,
  visit: Visit,
  id: number | null,
): { readonly values: Map<number, string>; readonly errors: FieldErrors } {
  const before = id === null ? new Map<number, string>() : fieldValuesOf(visit.store, id);
  const values = new Map<number, string>();
  const errors: Record<string, string> = {};
  for (const field of customFields(visit.store)) {
    const text = typed.custom.get(field.id) ?? "";
    const checked = checkFieldValue(field, text, before.get(field.id));
    if (checked.ok) values.set(field.id, checked.value);
    else {
      errors[`field_${field.id}`] = visit.t(`fields.wrong_${checked.problem}`, {
        field: field.label,
      });
    }
  }
  return { values, errors };
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

const shape = (visit: Visit) =>
  z.object({
    name: line("name", 200).superRefine((name, ctx) => {
      if (name === "") ctx.addIssue(wrong("field.required", { field: "name" }));
    }),
    company: line("company", 200),
    department: line("department", 200),
    email: line("email", 200).superRefine((email, ctx) => {
      if (email !== "" && !/^\S+@\S+\.\S+$/.test(email)) ctx.addIssue(wrong("field.email"));
    }),
    address: line("address", 500),
    grade: line("grade", 50).transform((grade) => knownWord(visit.store, "grade", grade) ?? grade),
    memo: paragraphs("memo", 5000),
    warning: line("warning", 500),
    doNotCall: z.boolean(),
    birthday: z.string().transform((text, ctx) => {
      const day = text.trim() === "" ? "" : normalDay(text);
      const today = visit.format.toInput(visit.now).slice(0, 10);
      if (day !== null && (day === "" || (day >= FIRST_YEAR && day <= today))) return day;
      ctx.addIssue(wrong("field.birthday"));
      return z.NEVER;
    }),
    owner: z.string().transform((text, ctx): number | null => {
      if (text === "") return null;
      if (/^\d{1,9}$/.test(text) && staffById(visit.store, Number(text)) !== null) {
        return Number(text);
      }
      ctx.addIssue(wrong("field.owner"));
      return z.NEVER;
    }),
    numbers: NUMBERS,
    version,
  });
