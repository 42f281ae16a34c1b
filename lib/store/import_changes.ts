import type { Customer } from "../domain/customer.ts";
import type { TextField } from "../domain/customer_fields.ts";
import { fieldValuesOf } from "./custom_fields.ts";
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
    const before = inputOf(store, customer);
    const input = changed(before, customer, JSON.parse(wanted));
    const { version } = updateCustomer(store, customer_id, input, customer.version, change);
    store.run(
      `UPDATE import_changes SET before = ?, version_after = ?
       WHERE import_id = ? AND position = ?`,
      kept(undoing(before, input)),
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
      updateCustomer(store, row.customer_id, read(row.before), row.version_after, change);
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
  if (customer === null) return false;
  const before = inputOf(store, customer);
  return kept(before) !== kept(changed(before, customer, wanted));
}

type KnownInput = CustomerInput & Required<Pick<CustomerInput, "custom" | "birthday" | "ownerId">>;

function changed(input: KnownInput, stored: Customer, wanted: WantedChange): KnownInput {
  const may = (blank: boolean) => wanted.rule === "update" || blank;
  const texts: Partial<Record<TextField, string>> = {};
  for (const [field, text] of Object.entries(wanted.texts) as [TextField, string][]) {
    if (may(input[field] === "")) texts[field] = text;
  }
  const custom = new Map(input.custom);
  for (const [field, value] of wanted.custom) if (may(!custom.has(field))) custom.set(field, value);
  const { doNotCall, birthday, ownerId } = wanted;
  const known = new Set(stored.numbers.map(({ normal }) => normal));
  const added = wanted.numbers.filter(({ normal }) => !known.has(normal))
    .map(({ number, label }) => ({ number, label }));
  return {
    ...input,
    ...texts,
    ...(doNotCall !== undefined && may(!input.doNotCall) ? { doNotCall } : {}),
    ...(birthday !== undefined && may(input.birthday === "") ? { birthday } : {}),
    ...(ownerId !== undefined && may(input.ownerId === null) ? { ownerId } : {}),
    custom,
    numbers: [...input.numbers, ...added],
  };
}

/** What people say about a customer, without what the program says. */
function inputOf(store: Store, customer: Customer): KnownInput {
  const { id, createdAt: _made, changedAt: _changed, version: _version, ...said } = customer;
  const numbers = said.numbers.map(({ number, label }) => ({ number, label }));
  return { ...said, numbers, custom: fieldValuesOf(store, id) };
}

/** What gives a customer back what they were: a field that had no value is blank again. */
function undoing(before: KnownInput, after: KnownInput): KnownInput {
  const blank = [...after.custom.keys()].map((field) => [field, ""] as const);
  return { ...before, custom: new Map([...blank, ...before.custom]) };
}

function kept(input: KnownInput): string {
  return JSON.stringify({ ...input, custom: [...input.custom].sort(([a], [b]) => a - b) });
}

function read(before: string): CustomerInput {
  const input = JSON.parse(before);
  return { ...input, custom: new Map(input.custom) };
}
