import type { TypedField } from "../../desk/custom_fields/check_field.ts";
import type { Form } from "../forms/form.ts";

export function typedField(form: Form): TypedField {
  return {
    label: form.text("label"),
    kind: form.text("kind"),
    choices: form.text("choices"),
    required: form.text("required") !== "",
  };
}
