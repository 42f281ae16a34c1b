import type { Store } from "../database.ts";

/** A column of some table that says which customer its rows belong to. */
export interface Reference {
  readonly table: string;
  readonly column: string;
  /** The primary key, the column left out; `rowid` where the table has none other. */
  readonly key: readonly string[];
}

/** These are a customer's own fields in other tables: a merge makes new ones of them, it does not move rows. */
const FIELDS = new Set(["customer_numbers", "customer_field_values"]);

/**
 * Every column that refers to a customer, the fields of the customers themselves left out. They are asked of
 * the schema and not listed here, so that a table which a later version adds cannot be forgotten: what it
 * refers to moves along. The statements below are therefore put together from the schema's own names.
 */
export function referencesToCustomers(store: Store): Reference[] {
  return store.all<{ table: string; column: string }>(
    `SELECT tables.name AS "table", keys."from" AS "column"
     FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.type = 'table' AND keys."table" = 'customers'
     ORDER BY tables.name, keys."from"`,
  ).filter(({ table }) => !FIELDS.has(table)).map(({ table, column }) => ({
    table,
    column,
    key: keyOf(store, table, column),
  }));
}

function keyOf(store: Store, table: string, column: string): string[] {
  const key = store.all<{ name: string }>(
    "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk",
    table,
  ).map(({ name }) => name).filter((name) => name !== column);
  return key.length === 0 ? ["rowid"] : key;
}

/** How many rows belong to a customer. */
export function countRows(store: Store, { table, column }: Reference, customerId: number): number {
  return store.get<{ rows: number }>(
    `SELECT count(*) AS rows FROM ${name(table)} WHERE ${name(column)} = ?`,
    customerId,
  )?.rows ?? 0;
}

/** The keys of the rows that belong to a customer, each a JSON object. */
export function keysOfRows(
  store: Store,
  { table, column, key }: Reference,
  customerId: number,
): string[] {
  return store.all<Record<string, number | string>>(
    `SELECT ${key.map(name).join(", ")} FROM ${name(table)} WHERE ${name(column)} = ?`,
    customerId,
  ).map((row) => JSON.stringify(row));
}

/** Gives all rows of a customer to another; those for which a unique key leaves no room stay. */
export function moveRows(
  store: Store,
  { table, column }: Reference,
  from: number,
  to: number,
): void {
  store.run(
    `UPDATE OR IGNORE ${name(table)} SET ${name(column)} = ? WHERE ${name(column)} = ?`,
    to,
    from,
  );
}

/** Gives one row back, unless it is somebody else's by now. */
export function moveRow(
  store: Store,
  { table, column, key }: Reference,
  keyJson: string,
  from: number,
  to: number,
): void {
  const values = JSON.parse(keyJson) as Record<string, number | string>;
  store.run(
    `UPDATE OR IGNORE ${name(table)} SET ${name(column)} = ?
     WHERE ${name(column)} = ? AND ${key.map((part) => `${name(part)} = ?`).join(" AND ")}`,
    to,
    from,
    ...key.map((part) => values[part] ?? null),
  );
}

/** Takes out the rows of a customer; returns them with their keys, both as JSON. */
export function takeRows(
  store: Store,
  { table, column, key }: Reference,
  customerId: number,
): { readonly key: string; readonly row: string }[] {
  const rows = store.all<Record<string, unknown>>(
    `SELECT * FROM ${name(table)} WHERE ${name(column)} = ?`,
    customerId,
  );
  store.run(`DELETE FROM ${name(table)} WHERE ${name(column)} = ?`, customerId);
  return rows.map((row) => ({
    key: JSON.stringify(Object.fromEntries(key.map((part) => [part, row[part]]))),
    row: rowToJson(row),
  }));
}

/** Puts back a row that was taken out; columns that the table no longer has are left out. */
export function putRow(store: Store, table: string, json: string): void {
  const columns = columnsOf(store, table);
  const row = Object.entries(rowFromJson(json)).filter(([column]) => columns.includes(column));
  store.run(
    `INSERT OR IGNORE INTO ${name(table)} (${row.map(([column]) => name(column)).join(", ")})
     VALUES (${row.map(() => "?").join(", ")})`,
    ...row.map(([, value]) => value),
  );
}

export function columnsOf(store: Store, table: string): string[] {
  return store.all<{ name: string }>("SELECT name FROM pragma_table_info(?)", table)
    .map((column) => column.name);
}

export type Value = string | number | null | Uint8Array;

/** Bytes are written as an object of base 64: JSON has none. */
export function rowToJson(row: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(
    row,
    (_key, value) => value instanceof Uint8Array ? { bytes: value.toBase64() } : value,
  );
}

export function rowFromJson(json: string): Record<string, Value> {
  return JSON.parse(
    json,
    (_key, value) => typeof value?.bytes === "string" ? Uint8Array.fromBase64(value.bytes) : value,
  );
}

/** An identifier of the schema in SQL. */
export function name(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}
