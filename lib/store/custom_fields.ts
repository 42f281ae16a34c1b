import type { CustomField, FieldKind } from "../domain/custom_field.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";

/** What an administrator says about a field. */
export type FieldInput = Pick<CustomField, "label" | "choices" | "required">;

interface FieldRow {
  id: number;
  label: string;
  kind: FieldKind;
  choices: string;
  required: number;
  retired_at: number | null;
}

const COLUMNS = "id, label, kind, choices, required, retired_at";

function fieldOf(row: FieldRow): CustomField {
  return {
    id: row.id,
    label: row.label,
    kind: row.kind,
    choices: JSON.parse(row.choices),
    required: row.required === 1,
    retiredAt: row.retired_at,
  };
}

/** The fields in use, in their order. */
export function customFields(store: Store): CustomField[] {
  return store.all<FieldRow>(
    `SELECT ${COLUMNS} FROM customer_fields WHERE retired_at IS NULL ORDER BY position, id`,
  ).map(fieldOf);
}

/** Those taken out of use, the last one first. */
export function retiredFields(store: Store): CustomField[] {
  return store.all<FieldRow>(
    `SELECT ${COLUMNS} FROM customer_fields WHERE retired_at IS NOT NULL
     ORDER BY retired_at DESC, id DESC`,
  ).map(fieldOf);
}

export function customFieldById(store: Store, id: number): CustomField | null {
  const row = store.get<FieldRow>(`SELECT ${COLUMNS} FROM customer_fields WHERE id = ?`, id);
  return row === undefined ? null : fieldOf(row);
}

/** What every field is called, by its ID, those taken out of use too. */
export function fieldLabels(store: Store): Map<number, string> {
  const rows = store.all<Pick<FieldRow, "id" | "label">>("SELECT id, label FROM customer_fields");
  return new Map(rows.map(({ id, label }) => [id, label]));
}

/** A field in use with this label; null where there is none. */
export function customFieldByLabel(store: Store, label: string): CustomField | null {
  const row = store.get<FieldRow>(
    `SELECT ${COLUMNS} FROM customer_fields WHERE label = ? AND retired_at IS NULL`,
    label,
  );
  return row === undefined ? null : fieldOf(row);
}

/** Adds a field behind the others. Its kind is for good: the values are what it says. */
export function createCustomField(
  store: Store,
  field: FieldInput & { readonly kind: FieldKind },
): CustomField {
  const { id } = store.run(
    `INSERT INTO customer_fields (label, kind, choices, required, position)
     VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM customer_fields))`,
    field.label,
    field.kind,
    JSON.stringify(field.choices),
    field.required ? 1 : 0,
  );
  return known(store, id);
}

export function updateCustomField(store: Store, id: number, field: FieldInput): CustomField {
  store.run(
    "UPDATE customer_fields SET label = ?, choices = ?, required = ? WHERE id = ?",
    field.label,
    JSON.stringify(field.choices),
    field.required ? 1 : 0,
    id,
  );
  return known(store, id);
}

/** Takes a field out of the forms (`at`), or with null back into them, behind the others. */
export function retireCustomField(store: Store, id: number, at: number | null): void {
  store.run(
    `UPDATE customer_fields SET retired_at = ?,
       position = (SELECT max(position) + 1 FROM customer_fields) WHERE id = ?`,
    at,
    id,
  );
}

/** Changes places with the next field in use before it (`-1`) or behind it (`1`), where there is one. */
export function moveCustomField(store: Store, id: number, step: -1 | 1): void {
  store.transaction(() => {
    const ids = customFields(store).map((field) => field.id);
    const from = ids.indexOf(id);
    const other = ids[from + step];
    if (from < 0 || other === undefined) return;
    ids[from + step] = id;
    ids[from] = other;
    ids.forEach((one, position) =>
      store.run("UPDATE customer_fields SET position = ? WHERE id = ?", position, one)
    );
  });
}

/** How many customers have a value in each field, by its ID. */
export function fieldUse(store: Store): Map<number, number> {
  const rows = store.all<{ field_id: number; n: number }>(
    "SELECT field_id, count(*) AS n FROM customer_field_values GROUP BY field_id",
  );
  return new Map(rows.map((row) => [row.field_id, row.n]));
}

/** A customer's values by the field's ID, those of retired fields too. */
export function fieldValuesOf(store: Store, customerId: number): Map<number, string> {
  const rows = store.all<{ field_id: number; value: string }>(
    "SELECT field_id, value FROM customer_field_values WHERE customer_id = ?",
    customerId,
  );
  return new Map(rows.map((row) => [row.field_id, row.value]));
}

/** Sets one value as `checkFieldValue` made it; '' takes it away. Leaves the customer's version alone. */
export function setFieldValue(
  store: Store,
  customerId: number,
  fieldId: number,
  value: string,
): void {
  if (value === "") {
    store.run(
      "DELETE FROM customer_field_values WHERE customer_id = ? AND field_id = ?",
      customerId,
      fieldId,
    );
    return;
  }
  store.run(
    `INSERT INTO customer_field_values (customer_id, field_id, value) VALUES (?, ?, ?)
     ON CONFLICT (customer_id, field_id) DO UPDATE SET value = excluded.value`,
    customerId,
    fieldId,
    value,
  );
}

export function writeFieldValues(
  store: Store,
  customerId: number,
  values: ReadonlyMap<number, string>,
): void {
  for (const [fieldId, value] of values) setFieldValue(store, customerId, fieldId, value);
}

function known(store: Store, id: number): CustomField {
  const field = customFieldById(store, id);
  if (field === null) throw new NotFound("custom field", id);
  return field;
}
