import type { Customer } from "../domain/customer.ts";
import type { TextField } from "../domain/customer_import.ts";
import { type Change, customerById, type CustomerInput, updateCustomer } from "./customers.ts";
import type { Store } from "./database.ts";
import { VersionConflict } from "./errors.ts";
import type { ImportedCustomer } from "./import_batch.ts";

/** What a file wants of a customer who is there. `fill` leaves every text that is not blank as it is. */
export interface WantedChange extends ImportedCustomer {
  readonly rule: "update" | "fill";
}

interface ChangeRow {
  position: number;
  customer_id: number;
  wanted: string;
  before: string | null;
  version_after: number | null;
}

/** Notes a change that is made when the import is published. `position` is the row of the file. */
export function noteChange(
  store: Store,
  importId: number,
  position: number,
  customerId: number,
  wanted: WantedChange,
): void {
  store.run(
    `INSERT INTO import_changes (import_id, position, customer_id, wanted) VALUES (?, ?, ?, ?)`,
    importId,
    position,
    customerId,
    JSON.stringify(wanted),
  );
}

/**
 * Makes up to `limit` of the noted changes that were not made yet, on what the customers are at this moment.
 * Returns how many.
 */
export function applyChanges(
  store: Store,
  importId: number,
  limit: number,
  change: Change,
): number {
  const rows = store.all<ChangeRow>(
    `SELECT position, customer_id, wanted, before, version_after FROM import_changes
     WHERE import_id = ? AND before IS NULL ORDER BY position LIMIT ?`,
    importId,
    limit,
  );
  for (const { position, customer_id, wanted } of rows) {
    const customer = customerById(store, customer_id);
    if (customer === null) continue;
    const input = changed(customer, JSON.parse(wanted));
    const { version } = updateCustomer(store, customer_id, input, customer.version, change);
    store.run(
      `UPDATE import_changes SET before = ?, version_after = ?
       WHERE import_id = ? AND position = ?`,
      JSON.stringify(inputOf(customer)),
      version,
      importId,
      position,
    );
  }
  return rows.length;
}

/**
 * Gives up to `limit` customers back what they were before the import, those not changed since. Returns
 * how many it looked at.
 */
export function revertChanges(
  store: Store,
  importId: number,
  limit: number,
  change: Change,
): number {
  const rows = store.all<ChangeRow>(
    // The last one first: a customer may stand in the file twice.
    `SELECT position, customer_id, wanted, before, version_after FROM import_changes
     WHERE import_id = ? AND before IS NOT NULL ORDER BY position DESC LIMIT ?`,
    importId,
    limit,
  );
  for (const row of rows) {
    if (row.before === null || row.version_after === null) continue;
    try {
      updateCustomer(store, row.customer_id, JSON.parse(row.before), row.version_after, change);
    } catch (error) {
      // Somebody changed this customer between the look and the taking back: theirs stays.
      if (!(error instanceof VersionConflict)) throw error;
    }
    store.run(
      "UPDATE import_changes SET before = NULL WHERE import_id = ? AND position = ?",
      importId,
      row.position,
    );
  }
  return rows.length;
}

/** How many changes an import has made. */
export function countChanges(store: Store, importId: number): number {
  return store.get<{ n: number }>(
    "SELECT count(*) AS n FROM import_changes WHERE import_id = ?",
    importId,
  )?.n ?? 0;
}

/** Whether the wanted change would change anything about the customer `id`. */
export function changesAnything(store: Store, id: number, wanted: WantedChange): boolean {
  const customer = customerById(store, id);
  return customer !== null &&
    JSON.stringify(inputOf(customer)) !== JSON.stringify(changed(customer, wanted));
}

function changed(stored: Customer, wanted: WantedChange): CustomerInput {
  const input = inputOf(stored);
  const texts: Partial<Record<TextField, string>> = {};
  for (const [field, text] of Object.entries(wanted.texts) as [TextField, string][]) {
    if (wanted.rule === "update" || input[field] === "") texts[field] = text;
  }
  const known = new Set(stored.numbers.map(({ normal }) => normal));
  const added = wanted.numbers.filter(({ normal }) => !known.has(normal))
    .map(({ number, label }) => ({ number, label }));
  return { ...input, ...texts, numbers: [...input.numbers, ...added] };
}

/** What people say about a customer, without what the program says. */
function inputOf(customer: Customer): CustomerInput {
  const { id: _id, createdAt: _made, changedAt: _changed, version: _version, ...said } = customer;
  return { ...said, numbers: said.numbers.map(({ number, label }) => ({ number, label })) };
}
