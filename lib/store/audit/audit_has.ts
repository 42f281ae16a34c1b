import type { Store } from "../database.ts";

/** Whether the audit has an entry of that act on that record. */
export function auditHas(store: Store, act: string, kind: string, record: string): boolean {
  return store.get(
    "SELECT 1 FROM audit WHERE kind = ? AND record = ? AND act = ? LIMIT 1",
    ...[kind, record, act],
  ) !== undefined;
}
