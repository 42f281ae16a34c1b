import type { Store } from "./database.ts";

/** What belongs to a customer and is no sign that anybody has worked with them. */
const OWN_PARTS = new Set([
  ...["customer_numbers", "customer_field_values"],
  ...["import_changes", "import_rows", "import_notes"],
]);

/** What the import itself has brought is no such sign either. */
const BROUGHT: Readonly<Record<string, string>> = {
  consultations: " AND it.import_id IS NOT ?1",
  interactions:
    ` AND NOT EXISTS (SELECT 1 FROM consultations AS note WHERE note.interaction_id = it.id AND note.import_id = ?1)`,
};

/**
 * How many customers of a finished import were changed, called or written about since, each counted once: it cannot be
 * taken back any more. What refers to customers is asked of the schema, so that a table made later counts too.
 */
export function countTouched(store: Store, importId: number): number {
  const refersTo = referring(store).map(({ table, column }) =>
    `EXISTS (SELECT 1 FROM "${table}" AS it WHERE it."${column}" = customers.id${
      BROUGHT[table] ?? ""
    })`
  );
  return count(
    store,
    `SELECT count(*) AS n FROM customers
     WHERE batch_id = ?1 AND batch_id > 0 AND (${["version > 1", ...refersTo].join(" OR ")})`,
    importId,
  ) + count(
    store,
    // The last change of a customer who stands in the file more than once is the one to compare with.
    `SELECT count(*) AS n FROM (
       SELECT customer_id, max(version_after) AS version FROM import_changes
       WHERE import_id = ? AND before IS NOT NULL GROUP BY customer_id) AS made
     JOIN customers ON customers.id = made.customer_id WHERE customers.version <> made.version`,
    importId,
  ) + count(
    store,
    // Consultations that it brought and somebody has gone on with.
    `SELECT count(*) AS n FROM consultations AS note WHERE note.import_id = ? AND (note.version > 1
       OR EXISTS (SELECT 1 FROM attachments WHERE consultation_id = note.id)
       OR EXISTS (SELECT 1 FROM work WHERE consultation_id = note.id))`,
    importId,
  );
}

function count(store: Store, sql: string, importId: number): number {
  return store.get<{ n: number }>(sql, importId)?.n ?? 0;
}

function referring(store: Store): { table: string; column: string }[] {
  return store.all<{ table: string; column: string }>(
    `SELECT own.name AS "table", key."from" AS "column"
     FROM sqlite_schema AS own, pragma_foreign_key_list(own.name) AS key
     WHERE own.type = 'table' AND key."table" = 'customers'`,
  ).filter(({ table }) => !OWN_PARTS.has(table));
}
