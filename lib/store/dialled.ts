import type { Store } from "./database.ts";

/** A number that was dialled. */
export interface DialledNumber {
  /** Digits as the wire gave them. */
  readonly number: string;
  /** ms since the epoch, UTC. */
  readonly at: number;
  readonly name: string;
  readonly company: string;
}

/** So many calls back it is looked for other numbers. */
const LOOK_BACK = 60;

/** The numbers that this person dialled last, each once, the newest first. */
export function lastDialled(store: Store, staffId: number, limit: number): DialledNumber[] {
  const rows = store.all<DialledNumber & { normal: string }>(
    `SELECT calls.number, calls.normal, party.dialled_at AS at, coalesce(customers.name, '') AS name,
       coalesce(customers.company, '') AS company
     FROM connections AS party JOIN calls ON calls.id = party.call_id
     LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE party.staff_id = ? AND party.dialled_at IS NOT NULL AND calls.number IS NOT NULL
     ORDER BY party.dialled_at DESC LIMIT ?`,
    staffId,
    LOOK_BACK,
  );
  const newest = new Map<string, DialledNumber>();
  for (const { normal, ...row } of rows) if (!newest.has(normal)) newest.set(normal, row);
  return [...newest.values()].slice(0, limit);
}
