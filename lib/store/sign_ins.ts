import type { Store } from "./database.ts";

/** Where and when a person signed in last. */
export interface LastSignIn {
  readonly staffId: number;
  /** ms since the epoch, UTC. */
  readonly at: number;
  /** The browser's address; empty where there was none. */
  readonly address: string;
}

export function noteSignIn(store: Store, staffId: number, address: string, now: number): void {
  store.run(
    "UPDATE staff SET signed_in_at = ?, signed_in_from = ? WHERE id = ?",
    now,
    address,
    staffId,
  );
}

/** By the ID of the person; those who never signed in are not there. */
export function lastSignIns(store: Store): Map<number, LastSignIn> {
  const rows = store.all<LastSignIn>(
    `SELECT id AS staffId, signed_in_at AS at, signed_in_from AS address
     FROM staff WHERE signed_in_at IS NOT NULL`,
  );
  return new Map(rows.map((row) => [row.staffId, row]));
}
