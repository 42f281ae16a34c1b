import { DatabaseSync } from "node:sqlite";
import { migrate } from "../migrate.ts";
import { BackupError } from "./backup_error.ts";

/** A row of `sqlite_schema`. `sql` is null for the indexes that SQLite makes by itself. */
interface SchemaRow {
  readonly type: string;
  readonly name: string;
  readonly table: string;
  readonly sql: string | null;
}

/** What `ANALYZE` adds to any database; earlier versions did it whenever they were stopped. */
const STATISTICS: readonly SchemaRow[] = [
  ["sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"] as const,
  ["sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"] as const,
].map(([name, sql]) => ({ type: "table", name, table: name, sql }));

/**
 * Compares the schema of a database with what the migrations make for its version, name by name and text by text: a
 * trigger, a view, a column or a condition that somebody else put there would work in this program's name. Reads
 * `sqlite_schema` alone, so nothing of the schema is carried out. Throws a BackupError.
 */
export function checkSchema(db: DatabaseSync, version: number): void {
  const expected = new Map(schemaOfVersion(version).map((row) => [keyOf(row), row]));
  const optional = new Map(STATISTICS.map((row) => [keyOf(row), row]));
  for (const row of schemaOf(db)) {
    const key = keyOf(row);
    const wanted = expected.get(key) ?? optional.get(key);
    if (wanted === undefined) throw strange(`it has a ${row.type} ${row.name} of its own`);
    if (wanted.table !== row.table || wanted.sql !== row.sql) {
      throw strange(`its ${row.type} ${row.name} is another one`);
    }
    // A second row of that name is one too many.
    expected.delete(key);
    optional.delete(key);
  }
  for (const row of expected.values()) throw strange(`its ${row.type} ${row.name} is missing`);
}

/** What the migrations make, up to a version of the schema. */
function schemaOfVersion(version: number): SchemaRow[] {
  const db = new DatabaseSync(":memory:");
  try {
    migrate(db, version);
    return schemaOf(db);
  } finally {
    db.close();
  }
}

function schemaOf(db: DatabaseSync): SchemaRow[] {
  return db.prepare('SELECT type, name, tbl_name AS "table", sql FROM sqlite_schema').all()
    .map(({ type, name, table, sql }) => ({
      type: String(type),
      name: String(name),
      table: String(table),
      sql: sql === null ? null : String(sql),
    }));
}

function keyOf({ type, name }: SchemaRow): string {
  return `${type} ${name}`;
}

function strange(what: string): BackupError {
  return new BackupError(
    "schema",
    `the database in the backup is not built as Belltower builds it: ${what}`,
  );
}
