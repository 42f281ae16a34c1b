import type { Call } from "../domain/call.ts";
import type { Store } from "./database.ts";
import { CALL_COLUMNS, callOf, type CallRow } from "./call_rows.ts";

export function callById(store: Store, id: number): Call | null {
  const row = store.get<CallRow>(`SELECT ${CALL_COLUMNS} FROM calls WHERE calls.id = ?`, id);
  return row === undefined ? null : callOf(row);
}

/** The numbers of these calls by their IDs: one question, however many. */
export function numbersOfCalls(store: Store, ids: readonly number[]): Map<number, string | null> {
  const rows = store.all<Pick<CallRow, "id" | "number">>(
    "SELECT id, number FROM calls WHERE id IN (SELECT value FROM json_each(?))",
    JSON.stringify(ids),
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** How many calls a customer has had, both ways. */
export function countCalls(store: Store, customerId: number): number {
  return (store.get<{ n: number }>(
    "SELECT count(*) AS n FROM calls WHERE customer_id = ?",
    customerId,
  ) as { n: number }).n;
}

/** How many calls there were from and to a number (normal form), whosever it was. */
export function countCallsOfNumber(store: Store, normal: string): number {
  return (store.get<{ n: number }>("SELECT count(*) AS n FROM calls WHERE normal = ?", normal) as {
    n: number;
  }).n;
}
