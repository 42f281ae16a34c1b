import type { TextField } from "../domain/customer_import.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";
import { VISIBLE_CUSTOMER } from "./visible_customers.ts";

/** A customer as a file says it: only the fields that stand there, none of them blank. */
export interface ImportedCustomer {
  readonly texts: Readonly<Partial<Record<TextField, string>>>;
  readonly numbers: readonly {
    readonly number: string;
    readonly normal: string;
    readonly label: string;
  }[];
}

/** Somebody whom a row may be about. */
export interface Twin {
  readonly id: number;
  readonly name: string;
  readonly company: string;
}

/** More people than this on one number are no help in finding out who a row is about. */
const MOST_TWINS = 50;

/** Who has this number (normal form). */
export function twinsByNumber(store: Store, normal: string): Twin[] {
  return store.all<Twin>(
    `SELECT customers.id, customers.name, customers.company
     FROM customer_numbers AS own JOIN customers ON customers.id = own.customer_id
     WHERE own.normal = ? AND ${VISIBLE_CUSTOMER} ORDER BY customers.id LIMIT ?`,
    normal,
    MOST_TWINS,
  );
}

/** Who has exactly this name and company. */
export function twinsByName(store: Store, name: string, company: string): Twin[] {
  return store.all<Twin>(
    `SELECT customers.id, customers.name, customers.company FROM customers
     WHERE customers.name = ? AND customers.company = ? AND ${VISIBLE_CUSTOMER}
     ORDER BY customers.id LIMIT ?`,
    name,
    company,
    MOST_TWINS,
  );
}

/** Stores a customer of an import that is `writing`: nobody sees them before it is published. */
export function insertImported(
  store: Store,
  importId: number,
  { texts, numbers }: ImportedCustomer,
  change: Change,
): number {
  const { id } = store.run(
    `INSERT INTO customers (name, company, department, email, address, grade, memo, warning,
       created_at, created_by, changed_at, changed_by, batch_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    texts.name ?? "",
    texts.company ?? "",
    texts.department ?? "",
    texts.email ?? "",
    texts.address ?? "",
    texts.grade ?? "",
    texts.memo ?? "",
    texts.warning ?? "",
    change.at,
    change.by,
    change.at,
    change.by,
    importId,
  );
  numbers.forEach(({ number, normal, label }, position) => {
    store.run(
      `INSERT INTO customer_numbers (customer_id, position, number, normal, label)
       VALUES (?, ?, ?, ?, ?)`,
      id,
      position,
      number,
      normal,
      label,
    );
  });
  return id;
}

/** Commits of this connection wait for no disk: for slices of a batch, which a power cut may take whole. */
export function commitLazily(store: Store): void {
  store.get("PRAGMA synchronous = NORMAL");
  // This connection moves pages from the log into the file, little by little, so that the calls' commits need not.
  store.get("PRAGMA wal_autocheckpoint = 250");
}

/** The next commit is on the disk, and every one before it, when it returns. */
export function commitDurably(store: Store): void {
  store.get("PRAGMA synchronous = FULL");
}

/** Takes away up to `limit` customers of an import; returns how many there were. */
export function removeImported(store: Store, importId: number, limit: number): number {
  return store.run(
    `DELETE FROM customers WHERE id IN (
       SELECT id FROM customers WHERE batch_id = ? AND batch_id > 0 ORDER BY id DESC LIMIT ?)`,
    importId,
    limit,
  ).changes;
}

/** How many customers an import has made that are still there. */
export function countImported(store: Store, importId: number): number {
  return store.get<{ n: number }>(
    "SELECT count(*) AS n FROM customers WHERE batch_id = ? AND batch_id > 0",
    importId,
  )?.n ?? 0;
}
