import type { TypedField } from "../../desk/custom_fields/check_field.ts";
import type { CustomField } from "../../domain/custom_field.ts";
import { customFields, fieldUse, retiredFields } from "../../store/custom_fields.ts";
import type { FieldListView, FieldRowView } from "./field_data.ts";
import type { FieldErrors } from "../forms/field_errors.ts";
import type { Visit } from "../visit.ts";

/** What was typed and is wrong; `id` is null for the new field. */
interface Refused {
  readonly id: number | null;
  readonly typed: TypedField;
  readonly errors: FieldErrors;
}

const NEW: TypedField = { label: "", kind: "text", choices: "", required: false };

export function fieldListView(visit: Visit, refused: Refused | null = null): FieldListView {
  const used = fieldUse(visit.store);
  const row = (field: CustomField) => {
    const typed = refused?.id === field.id ? refused.typed : {};
    return { ...fieldRow(field, used.get(field.id) ?? 0), ...typed };
  };
  return {
    fields: customFields(visit.store).map(row),
    retired: retiredFields(visit.store).map(row),
    typed: refused?.id === null ? refused.typed : NEW,
    errors: refused?.errors ?? {},
    wrongId: refused?.id ?? null,
  };
}

function fieldRow(field: CustomField, used: number): FieldRowView {
  const { id, label, kind, required } = field;
  return { id, label, kind, required, used, choices: field.choices.join("\n") };
}
