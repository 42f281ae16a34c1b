import type { TypedMerge } from "../../desk/customers/merge_customers.ts";
import { idOrNull } from "../params.ts";
import type { Form } from "../forms/form.ts";

/** What the page of a merge sends, of these fields. */
export function typedMerge(form: Form, fields: readonly string[]): TypedMerge {
  const versions = form.texts("version");
  return {
    survivor: idOrNull(form.text("survivor")),
    seen: form.texts("id").map((text, index) => ({
      id: idOrNull(text),
      version: Number(versions[index] ?? "0") || 0,
    })),
    from: Object.fromEntries(fields.map((field) => [field, idOrNull(form.text(`from.${field}`))])),
  };
}
