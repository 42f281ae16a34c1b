import type { Store } from "../database.ts";

/** How many there are of what people know by name; the keys are tables. */
export function knownCounts(
  store: Store,
): Readonly<Record<"customers" | "consultations" | "calls" | "attachments" | "staff", number>> {
  const count = (sql: string) => store.get<{ rows: number }>(sql)?.rows ?? 0;
  return {
    customers: count("SELECT count(*) AS rows FROM customers"),
    consultations: count("SELECT count(*) AS rows FROM consultations"),
    calls: count("SELECT count(*) AS rows FROM calls"),
    attachments: count("SELECT count(*) AS rows FROM attachments"),
    staff: count("SELECT count(*) AS rows FROM staff"),
  };
}
