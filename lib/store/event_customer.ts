import type { OfficeEvent } from "../domain/event.ts";
import type { Store } from "./database.ts";

/** The ID of the customer to whom what has changed belongs; null where it is none, several, or gone. */
export function customerOfEvent(
  store: Store,
  { kind, subject }: Pick<OfficeEvent, "kind" | "subject">,
): number | null {
  if (subject === "") return null;
  switch (kind) {
    case "customer":
      return Number(subject);
    case "consultation":
      return store.get<{ id: number | null }>(
        "SELECT customer_id AS id FROM consultations WHERE id = ?",
        subject,
      )?.id ?? null;
    case "attachment":
      return store.get<{ id: number | null }>(
        `SELECT coalesce(customer_id,
           (SELECT customer_id FROM consultations WHERE id = consultation_id),
           (SELECT customer_id FROM calls WHERE id = call_id)) AS id
         FROM attachments WHERE id = ?`,
        subject,
      )?.id ?? null;
    default:
      return null;
  }
}
