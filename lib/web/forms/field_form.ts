import { z } from "zod";
import { line, wrong } from "../../desk/field_rules.ts";
import { FIELD_KINDS, type FieldKind, LONGEST_VALUE } from "../../domain/custom_field.ts";
import { customFieldByLabel, customFields, type FieldInput } from "../../store/custom_fields.ts";
import type { TypedFieldView } from "../field_data.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked } from "./check.ts";
import type { Form } from "./form.ts";

/** More would make the form one that nobody fills in. */
const MOST_FIELDS = 50;
const MOST_CHOICES = 100;

export function typedField(form: Form): TypedFieldView {
  return {
    label: form.text("label"),
    kind: form.text("kind"),
    choices: form.text("choices"),
    required: form.text("required") !== "",
  };
}

export function checkNewField(
  typed: TypedFieldView,
  visit: Visit,
): Checked<FieldInput & { readonly kind: FieldKind }> {
  const kind = FIELD_KINDS.find((one) => one === typed.kind);
  const checked = checkField(typed, null, visit);
  if (!checked.ok) return checked;
  if (kind === undefined) return { ok: false, errors: { kind: visit.t("fields.kind_wrong") } };
  if (customFields(visit.store).length >= MOST_FIELDS) {
    return { ok: false, errors: { label: visit.t("fields.too_many", { max: MOST_FIELDS }) } };
  }
  return { ok: true, value: { ...checked.value, kind } };
}

/** `id` is the field that is changed, null for a new one; `typed.kind` says what kind it is. */
export function checkField(
  typed: TypedFieldView,
  id: number | null,
  visit: Visit,
): Checked<FieldInput> {
  const shape = z.object({
    label: line("field_label", 60).superRefine((label, ctx) => {
      if (label === "") ctx.addIssue(wrong("field.required", { field: "field_label" }));
      const same = customFieldByLabel(visit.store, label);
      if (same !== null && same.id !== id) ctx.addIssue(wrong("fields.label_in_use", { label }));
    }),
    choices: z.string().transform((text) => typed.kind === "choice" ? linesOf(text) : [])
      .superRefine((choices, ctx) => {
        if (typed.kind !== "choice") return;
        const good = choices.length >= 1 && choices.length <= MOST_CHOICES &&
          choices.every((one) => !/\p{Cc}/u.test(one) && [...one].length <= LONGEST_VALUE);
        if (!good) ctx.addIssue(wrong("fields.choices_wrong", { max: MOST_CHOICES }));
      }),
    required: z.boolean(),
  });
  return check(shape, typed, visit.t);
}

/** One choice a line, each once. */
function linesOf(text: string): string[] {
  const lines = text.normalize("NFC").split(/\r\n|[\r\n]/).map((one) => one.trim());
  return [...new Set(lines)].filter((one) => one !== "");
}
