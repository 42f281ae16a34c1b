import type { CustomField } from "../../domain/custom_field.ts";
import { updateCustomField } from "../../store/custom_fields.ts";
import { type Desk, requireMay } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { checkField, type TypedField } from "./check_field.ts";
import { fieldThere } from "./field_there.ts";

/** Changes a field; its kind is for good. Problems stand by the names of `typed`'s fields. Throws `NotFound`. */
export function updateField(
  desk: Desk,
  id: number,
  typed: Omit<TypedField, "kind">,
): Outcome<CustomField> {
  requireMay(desk, "fields.manage");
  const { store } = desk;
  return store.transaction(() => {
    const checked = checkField(store, typed, fieldThere(store, id).kind, id);
    return checked.ok ? { ok: true, value: updateCustomField(store, id, checked.value) } : checked;
  });
}
