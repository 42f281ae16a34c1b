import { checkOfficeHours, type OfficeHours } from "../../domain/office_hours.ts";
import type { Form } from "./form.ts";

/** The hours of a form; null where they are none. */
export function readHours(form: Form): OfficeHours | null {
  return checkOfficeHours({
    days: form.texts("day").filter((day) => /^[0-6]$/.test(day)).map(Number),
    from: form.text("from"),
    to: form.text("to"),
  });
}
