import type { OfficeHours } from "../../domain/office_hours.ts";
import type { Form } from "../forms/form.ts";

export function typedHours(form: Form): OfficeHours {
  return {
    days: form.texts("day").filter((day) => /^[0-6]$/.test(day)).map(Number),
    from: form.text("from"),
    to: form.text("to"),
  };
}
