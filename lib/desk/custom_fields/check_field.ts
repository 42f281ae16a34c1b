import { z } from "zod";
import { type FieldKind, LONGEST_VALUE } from "../../domain/custom_field.ts";
import { customFieldByLabel, customFields, type FieldInput } from "../../store/custom_fields.ts";
import type { Store } from "../../store/database.ts";
import { check, line, wrong } from "../field_rules.ts";
import type { Outcome, Problem } from "../problem.ts";

/** More would make the form one that nobody fills in. */
const MOST_FIELDS = 50;
const MOST_CHOICES = 100;

/** A field that an administrator defines, as it was written. */
export interface TypedField {
  readonly label: string;
  readonly kind: string;
  /** One a line. */
  readonly choices: string;
  readonly required: boolean;
}

/** Checks a field of this kind; `id` is the one that is changed, null for a new one. */
export function checkField(
  store: Store,
  typed: Omit<TypedField, "kind">,
  kind: FieldKind,
  id: number | null,
): Outcome<FieldInput> {
  const shape = z.object({
    label: line("field_label", 60).superRefine((label, ctx) => {
      if (label === "") ctx.addIssue(wrong("field.required", { field: "field_label" }));
      const same = customFieldByLabel(store, label);
      if (same !== null && same.id !== id) ctx.addIssue(wrong("fields.label_in_use", { label }));
    }),
    choices: z.string().transform((text) => kind === "choice" ? linesOf(text) : [])
      .superRefine((choices, ctx) => {
        if (kind !== "choice") return;
        const good = choices.length >= 1 && choices.length <= MOST_CHOICES &&
          choices.every((one) => !/\p{Cc}/u.test(one) && [...one].length <= LONGEST_VALUE);
        if (!good) ctx.addIssue(wrong("fields.choices_wrong", { max: MOST_CHOICES }));
      }),
    required: z.boolean(),
  });
  return check(shape, typed);
}

/** What is wrong with one field more in the forms; null where there is room. */
export function noRoom(store: Store): Problem | null {
  if (customFields(store).length < MOST_FIELDS) return null;
  return { code: "fields.too_many", args: { max: MOST_FIELDS } };
}

/** One choice a line, each once. */
function linesOf(text: string): string[] {
  const lines = text.normalize("NFC").split(/\r\n|[\r\n]/).map((one) => one.trim());
  return [...new Set(lines)].filter((one) => one !== "");
}
