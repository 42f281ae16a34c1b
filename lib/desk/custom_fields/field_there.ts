import type { CustomField } from "../../domain/custom_field.ts";
import { customFieldById } from "../../store/custom_fields.ts";
import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";

/** The field of this ID, also one that is out of use. Throws `NotFound`. */
export function fieldThere(store: Store, id: number): CustomField {
  const field = customFieldById(store, id);
  if (field === null) throw new NotFound("custom field", id);
  return field;
}
