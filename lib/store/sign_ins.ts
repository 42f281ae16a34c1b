import { noteAct } from "./audit/write_audit.ts";
import type { Store } from "./database.ts";

/** Where and when a person signed in last. */
export interface LastSignIn {
  readonly staffId: number;
  /** ms since the epoch, UTC. */
  readonly at: number;
  /** The browser's address; empty where there was none. */
  readonly address: string;
}

/** An address from which a person signed in. Times are ms since the epoch, UTC. */
export interface SignInAddress {
  readonly address: string;
  readonly firstAt: number;
  readonly lastAt: number;
  /** Whether it is new, and the person has not said yet that it was them. */
  readonly isNew: boolean;
}

/** So many addresses are kept of a person, those used last. */
const MOST_ADDRESSES = 30;

/**
 * Notes a sign-in, and whether its address is a new one: then the person is asked whether it was them. The first
 * one of all is none.
 */
export function noteSignIn(store: Store, staffId: number, address: string, now: number): void {
  store.transaction(() => {
    store.run(
      "UPDATE staff SET signed_in_at = ?, signed_in_from = ? WHERE id = ?",
      now,
      address,
      staffId,
    );
    const known = signInAddresses(store, staffId);
    const isNew = known.length > 0 && known.every((one) => one.address !== address);
    store.run(
      `INSERT INTO staff_addresses (staff_id, address, first_at, last_at, known_at)
       VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET last_at = excluded.last_at`,
      staffId,
      address,
      now,
      now,
      isNew ? null : now,
    );
    store.run(
      `DELETE FROM staff_addresses WHERE staff_id = ?1 AND address NOT IN (
         SELECT address FROM staff_addresses WHERE staff_id = ?1 ORDER BY last_at DESC LIMIT ?2)`,
      staffId,
      MOST_ADDRESSES,
    );
    if (!isNew) return;
    const { name } = store.get<{ name: string }>("SELECT name FROM staff WHERE id = ?", staffId)!;
    noteAct(store, {
      ...{ act: "signed_in_elsewhere", kind: "staff", record: String(staffId), label: name },
      after: { address },
    });
  });
}

/** From where a person has signed in, the address used last first. */
export function signInAddresses(store: Store, staffId: number): SignInAddress[] {
  return store.all<Omit<SignInAddress, "isNew"> & { isNew: number }>(
    `SELECT address, first_at AS firstAt, last_at AS lastAt, known_at IS NULL AS isNew
     FROM staff_addresses WHERE staff_id = ? ORDER BY last_at DESC, address`,
    staffId,
  ).map((row) => ({ ...row, isNew: row.isNew === 1 }));
}

/** Whether a person has signed in from this address. */
export function hasSignedInFrom(store: Store, staffId: number, address: string): boolean {
  return store.get(
    "SELECT 1 FROM staff_addresses WHERE staff_id = ? AND address = ?",
    staffId,
    address,
  ) !== undefined;
}

/** The newest address that a person is to be asked about; null without any. */
export function unknownAddress(store: Store, staffId: number): SignInAddress | null {
  return signInAddresses(store, staffId).find(({ isNew }) => isNew) ?? null;
}

/** The person says that all of them are theirs. */
export function knowAddresses(store: Store, staffId: number, now: number): void {
  store.run(
    "UPDATE staff_addresses SET known_at = ? WHERE staff_id = ? AND known_at IS NULL",
    now,
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
