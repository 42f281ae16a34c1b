import { z } from "zod";
import { checkFieldValue, type FieldProblem, normalDay } from "../../domain/custom_field.ts";
import {
  CUSTOMER_FIELDS,
  isBirthday,
  isEmail,
  mayOwn,
  MOST_NUMBERS,
  TEXT_FIELDS,
  type TextField,
} from "../../domain/customer_fields.ts";
import { type NumberDoubt, readNumber } from "../../domain/phone_number.ts";
import { customFields, fieldValuesOf } from "../../store/custom_fields.ts";
import { customerById, type CustomerInput } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import { knownWord } from "../../store/list_words.ts";
import { numberingOf } from "../../store/numbering.ts";
import { staffById } from "../../store/staff.ts";
import type { Desk } from "../desk.ts";
import { check, line, paragraphs, version, wrong } from "../field_rules.ts";
import type { Outcome, Problem, ProblemCode, Problems } from "../problem.ts";

/** A customer as typed; the texts of every field, none left out. */
export interface TypedCustomer extends Readonly<Record<TextField, string>> {
  readonly doNotCall: boolean;
  readonly birthday: string;
  /** The ID of one of the staff. */
  readonly owner: string;
  /** By the field's ID. */
  readonly custom: ReadonlyMap<number, string>;
  readonly numbers: readonly { readonly number: string; readonly label: string }[];
  readonly version: string;
}

export interface CheckedCustomer {
  readonly customer: CustomerInput;
  readonly version: number;
}

/**
 * Checks a new customer, or with `id` one that is changed, whose owner may stay although they have left. Problems stand by
 * the names of the fields, `numbers.0` and `field_7`.
 */
export function checkCustomer(
  desk: Pick<Desk, "store" | "now">,
  typed: TypedCustomer,
  id: number | null = null,
): Outcome<CheckedCustomer> {
  const checked = check(shape(desk, id), typed);
  const fields = checkCustom(desk.store, typed, id);
  if (!checked.ok || Object.keys(fields.problems).length > 0) {
    return { ok: false, problems: { ...checked.ok ? {} : checked.problems, ...fields.problems } };
  }
  const { version, owner: ownerId, ...customer } = checked.value;
  const { values: custom } = fields;
  return { ok: true, value: { customer: { ...customer, ownerId, custom }, version } };
}

/** The custom fields; what a customer has already may stay although it can no longer be chosen. */
function checkCustom(
  store: Store,
  typed: TypedCustomer,
  id: number | null,
): { readonly values: Map<number, string>; readonly problems: Problems } {
  const before = id === null ? new Map<number, string>() : fieldValuesOf(store, id);
  const values = new Map<number, string>();
  const problems: Record<string, Problem> = {};
  for (const field of customFields(store)) {
    const text = typed.custom.get(field.id) ?? "";
    const checked = checkFieldValue(field, text, before.get(field.id));
    if (checked.ok) values.set(field.id, checked.value);
    else {
      const { label } = field;
      problems[`field_${field.id}`] = { code: CUSTOM_CODES[checked.problem], args: { label } };
    }
  }
  return { values, problems };
}

const CUSTOM_CODES: Readonly<Record<FieldProblem, ProblemCode>> = {
  required: "fields.wrong_required",
  control: "fields.wrong_control",
  too_long: "fields.wrong_too_long",
  number: "fields.wrong_number",
  date: "fields.wrong_date",
  choice: "fields.wrong_choice",
  yes_no: "fields.wrong_yes_no",
};

function shape({ store, now }: Pick<Desk, "store" | "now">, id: number | null) {
  const before = id === null ? null : customerById(store, id);
  const ownerBefore = before?.ownerId ?? null;
  return z.object({
    ...textRules(store),
    doNotCall: z.boolean(),
    birthday: z.string().transform((text, ctx) => {
      const day = text.trim() === "" ? "" : normalDay(text);
      if (day !== null && (day === "" || isBirthday(day, now))) return day;
      ctx.addIssue(wrong("field.birthday"));
      return z.NEVER;
    }),
    owner: z.string().transform((text, ctx): number | null => {
      if (text === "") return null;
      const staff = /^\d{1,15}$/.test(text) ? staffById(store, Number(text)) : null;
      if (staff !== null && mayOwn(staff, ownerBefore)) return staff.id;
      ctx.addIssue(wrong("field.owner"));
      return z.NEVER;
    }),
    numbers: numbersRule(store, before?.numbers.map(({ number }) => number) ?? []),
    version,
  });
}

function textRules(store: Store): Record<TextField, z.ZodType<string, string>> {
  const rules = TEXT_FIELDS.map((field) => [field, textRule(store, field)]);
  return Object.fromEntries(rules);
}

function textRule(store: Store, field: TextField): z.ZodType<string, string> {
  const { kind, most, column } = CUSTOMER_FIELDS[field];
  if (field === "name") {
    return line(column, most).superRefine((name, ctx) => {
      if (name === "") ctx.addIssue(wrong("field.required", { field }));
    });
  }
  switch (kind) {
    case "line":
      return line(column, most);
    case "paragraphs":
      return paragraphs(column, most);
    case "email":
      return line(column, most).superRefine((email, ctx) => {
        if (email !== "" && !isEmail(email)) ctx.addIssue(wrong("field.email"));
      });
    case "grade":
      // One that has another name by now has that one.
      return line(column, most).transform((grade) => knownWord(store, "grade", grade) ?? grade);
    default:
      return kind satisfies never;
  }
}

/** What is not surely a number is refused, with why; what they have already may stay until somebody knows better. */
function numbersRule(store: Store, before: readonly string[]) {
  const numbering = numberingOf(store);
  return NUMBER_ROWS.superRefine((rows, ctx) => {
    const seen = new Set<string>();
    if (rows.length > MOST_NUMBERS) {
      ctx.addIssue({ ...wrong("field.too_many_numbers", { max: MOST_NUMBERS }), path: [0] });
    }
    rows.forEach(({ number }, index) => {
      if (number === "") return;
      const read = readNumber(number, numbering);
      if (read.kind !== "number") {
        if (!before.includes(number)) {
          ctx.addIssue({ ...wrong(DOUBT_CODES[read.why]), path: [index] });
        }
      } else if (seen.has(read.normal)) {
        ctx.addIssue({ ...wrong("field.number_twice"), path: [index] });
      } else seen.add(read.normal);
    });
  })
    // Rows left blank are no numbers.
    .transform((rows) => rows.filter((row) => row.number !== ""));
}

const DOUBT_CODES: Readonly<Record<NumberDoubt, ProblemCode>> = {
  blank: "number.blank",
  letters: "number.letters",
  digits: "number.digits",
  groups: "number.groups",
  date: "number.date",
  resident_number: "number.resident_number",
  business_number: "number.business_number",
  scientific: "number.scientific",
  abroad: "number.abroad",
  area_code: "number.area_code",
  zero_or_area_code: "number.zero_or_area_code",
};

const NUMBER_ROWS = z.array(
  z.object({ number: line("number", CUSTOMER_FIELDS.numbers.most), label: line("label", 40) }),
);
