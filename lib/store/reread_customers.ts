import { comparedAs } from "../domain/compared_number.ts";
import type { Numbering } from "../domain/numbering.ts";
import type { Store } from "./database.ts";
import { leaveCalls } from "./reread_calls.ts";
import type { Slice } from "./reread_slice.ts";

/** Customers at a time, and so many of them at most whose numbers read otherwise: each has indexes to be written. */
const SPAN = 500;
const MOST_CHANGED = 25;

interface NumberRow {
  position: number;
  number: string;
  normal: string;
}

/** Reads the numbers of the next customers anew. */
export function rereadCustomers(store: Store, numbering: Numbering, after: number): Slice {
  const rows = store.all<NumberRow & { id: number }>(
    `SELECT customer_id AS id, position, number, normal FROM customer_numbers
     WHERE customer_id > ?1 AND customer_id <= (
       SELECT max(id) FROM (SELECT id FROM customers WHERE id > ?1 ORDER BY id LIMIT ?2))
     ORDER BY customer_id, position`,
    after,
    SPAN,
  );
  let changed = 0;
  for (const [id, numbers] of Map.groupBy(rows, (row) => row.id)) {
    if (!rereadOne(store, numbering, id, numbers)) continue;
    if (++changed === MOST_CHANGED) return { last: id, changed: true };
  }
  const last = store.get<{ id: number | null }>(
    "SELECT max(id) AS id FROM (SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT ?)",
    after,
    SPAN,
  )?.id ?? null;
  return { last, changed: changed > 0 };
}

/** Returns whether one of the customer's numbers reads otherwise. */
function rereadOne(
  store: Store,
  numbering: Numbering,
  id: number,
  numbers: readonly NumberRow[],
): boolean {
  const read = numbers.map((row) => ({ ...row, compared: comparedAs(row.number, numbering) }));
  const others = read.filter(({ normal, compared }) => normal !== compared);
  if (others.length === 0) return false;
  // They may change places: none stands in another's way.
  for (const { position } of others) writeNormal(store, id, position, `?${position} `);
  for (const { position, number, compared } of others) {
    // Two ways of writing one number: the first one has it, the other stays to be seen.
    if (!writeNormal(store, id, position, compared)) {
      writeNormal(store, id, position, `?${position} ${number}`);
    }
  }
  for (const { normal, compared } of others) leaveCalls(store, numbering, id, normal, compared);
  return true;
}

function writeNormal(store: Store, id: number, position: number, normal: string): boolean {
  return store.run(
    "UPDATE OR IGNORE customer_numbers SET normal = ? WHERE customer_id = ? AND position = ?",
    normal,
    id,
    position,
  ).changes === 1;
}
