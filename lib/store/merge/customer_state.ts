import { comparedAs } from "../../domain/compared_number.ts";
import type { Store } from "../database.ts";
import { numberingOf } from "../numbering.ts";
import { columnsOf, name, rowFromJson, rowToJson, type Value } from "./references.ts";

/** All that a customer consists of, for a merge to choose from and to keep. */
export interface CustomerState {
  readonly id: number;
  readonly version: number;
  /** Every column but the ID. */
  readonly fields: Readonly<Record<string, Value>>;
  readonly numbers: readonly {
    readonly number: string;
    readonly normal: string;
    readonly label: string;
  }[];
  /** By the ID of the field that an administrator defined. */
  readonly custom: Readonly<Record<string, string>>;
}

/** Columns that are no statement about the customer, but about the row. */
const ROW_COLUMNS = new Set([
  ...["id", "created_at", "created_by", "changed_at", "changed_by", "version", "batch_id"],
]);

/** The columns of which a merge chooses one of several values, in the order of the table. */
export function mergedColumns(store: Store): string[] {
  return columnsOf(store, "customers").filter((column) => !ROW_COLUMNS.has(column));
}

/** Null where there is no such customer. */
export function customerState(store: Store, id: number): CustomerState | null {
  const row = store.get<Record<string, Value>>("SELECT * FROM customers WHERE id = ?", id);
  if (row === undefined) return null;
  const { id: _, ...fields } = row;
  return {
    id,
    version: Number(fields["version"]),
    fields,
    numbers: store.all(
      `SELECT number, normal, label FROM customer_numbers WHERE customer_id = ? ORDER BY position`,
      id,
    ),
    custom: Object.fromEntries(
      store.all<{ field_id: number; value: string }>(
        "SELECT field_id, value FROM customer_field_values WHERE customer_id = ?",
        id,
      ).map(({ field_id, value }) => [String(field_id), value]),
    ),
  };
}

export function stateToJson(state: CustomerState): string {
  return rowToJson({ ...state });
}

export function stateFromJson(json: string): CustomerState {
  return rowFromJson(json) as unknown as CustomerState;
}

/** Makes a customer anew who was merged away, under the old ID. */
export function insertState(store: Store, state: CustomerState): void {
  const known = columnsOf(store, "customers");
  const fields = Object.entries(state.fields).filter(([column]) => known.includes(column));
  const columns = ["id", ...fields.map(([column]) => column)];
  store.run(
    `INSERT INTO customers (${columns.map(name).join(", ")})
     VALUES (${columns.map(() => "?").join(", ")})`,
    state.id,
    ...fields.map(([, value]) => value),
  );
  writeNumbers(store, state.id, state.numbers);
  writeCustom(store, state.id, state.custom);
}

/** Writes some fields, and all numbers and fields that an administrator defined. */
export function writeState(
  store: Store,
  id: number,
  fields: CustomerState["fields"],
  { numbers, custom }: Pick<CustomerState, "numbers" | "custom">,
): void {
  const known = columnsOf(store, "customers");
  for (const [column, value] of Object.entries(fields)) {
    if (known.includes(column)) {
      store.run(`UPDATE customers SET ${name(column)} = ? WHERE id = ?`, value, id);
    }
  }
  store.run("DELETE FROM customer_numbers WHERE customer_id = ?", id);
  writeNumbers(store, id, numbers);
  store.run("DELETE FROM customer_field_values WHERE customer_id = ?", id);
  writeCustom(store, id, custom);
}

function writeNumbers(store: Store, id: number, numbers: CustomerState["numbers"]): void {
  const numbering = numberingOf(store);
  const taken = new Set<string>();
  numbers.forEach(({ number, label }, position) => {
    // Numbers may be read otherwise than when this was kept.
    const compared = comparedAs(number, numbering);
    const normal = taken.has(compared) ? `?${position} ${number}` : compared;
    taken.add(normal);
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
}

function writeCustom(store: Store, id: number, custom: CustomerState["custom"]): void {
  for (const [field, value] of Object.entries(custom)) {
    store.run(
      `INSERT INTO customer_field_values (customer_id, field_id, value)
       SELECT ?, id, ? FROM customer_fields WHERE id = ?`,
      id,
      value,
      Number(field),
    );
  }
}
