import type { DatabaseSync } from "node:sqlite";

/**
 * The first row that refers to one which is not there, in words: its table, its key, what it refers to, and how many more
 * such rows there are; null where every reference leads somewhere.
 */
export function brokenReference(db: DatabaseSync): string | null {
  const found = db.prepare(
    `SELECT broken."table" AS place, broken.parent, key."from" AS "column", coalesce(key."to", 'id') AS "to"
     FROM pragma_foreign_key_check AS broken
     JOIN pragma_foreign_key_list(broken."table") AS key ON key.id = broken.fkid LIMIT 1`,
  ).get() as { place: string; parent: string; column: string; to: string } | undefined;
  if (found === undefined) return null;
  const { place, parent, column, to } = found;
  const row = db.prepare(
    `SELECT * FROM "${place}" AS broken WHERE "${column}" IS NOT NULL
       AND NOT EXISTS (SELECT 1 FROM "${parent}" AS there WHERE there."${to}" = broken."${column}") LIMIT 1`,
  ).get()!;
  const { more } = db.prepare("SELECT count(*) - 1 AS more FROM pragma_foreign_key_check").get()!;
  const key = keyOf(db, place).map((name) => `${name} ${row[name]}`).join(", ");
  const others = more === 0 ? "" : `; ${more} more rows are like it`;
  return `the row of ${place} with ${key} has ${column} ${
    row[column]
  }, which is not in ${parent}${others}`;
}

function keyOf(db: DatabaseSync, table: string): string[] {
  return db.prepare("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk").all(table)
    .map(({ name }) => String(name));
}
