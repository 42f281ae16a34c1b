import type { DatabaseSync } from "node:sqlite";
import { UNWATCHED } from "./unwatched.ts";
import { WATCHED, type Watched } from "./watched.ts";

/**
 * Makes this connection note every change while `audit_on` has a row: triggers of its own, built from the schema as
 * it is, so that a table or column which a later version adds is noted too. The notes lie in memory and belong to
 * the transaction: what is rolled back was not noted. Other connections are left alone. Where the disk does not read
 * the schema it throws and has made nothing.
 */
export function watchChanges(db: DatabaseSync): void {
  const triggers = watchedTables(db).flatMap((table) => {
    const columns = columnsOf(db, table);
    return (WATCHED[table] ?? [byItself(table, columns)]).flatMap((watched, index) =>
      (watched.on ?? ["insert", "update", "delete"] as const).map((event) =>
        triggerFor(`audit_${table}_${index}_${event}`, { table, columns, watched, event })
      )
    );
  });
  db.exec("BEGIN");
  try {
    // All in one go: each statement by itself would read the schema anew.
    db.exec(`CREATE TEMP TABLE audit_on (one INTEGER);
      CREATE TEMP TABLE audit_notes (
        id INTEGER PRIMARY KEY, kind TEXT, record TEXT, "row" TEXT, label TEXT, act TEXT, field TEXT, item TEXT,
        before TEXT, after TEXT);
      ${triggers.join(";\n")};
      COMMIT`);
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  }
}

/** Every table whose changes are noted. */
function watchedTables(db: DatabaseSync): string[] {
  return db.prepare(
    `SELECT name FROM pragma_table_list
     WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
  ).all().map((row) => String(row["name"])).filter((name) => !Object.hasOwn(UNWATCHED, name));
}

interface Column {
  readonly name: string;
  /** Place in the primary key, 0 for none. */
  readonly pk: number;
}

function columnsOf(db: DatabaseSync, table: string): Column[] {
  return db.prepare("SELECT name, pk FROM pragma_table_info(?) ORDER BY cid").all(table)
    .map((row) => ({ name: String(row["name"]), pk: Number(row["pk"]) }));
}

/** A table that nobody has said anything about. */
function byItself(table: string, columns: readonly Column[]): Watched {
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk);
  const names = columns.map(({ name }) => name);
  const label = ["label", "name"].find((name) => names.includes(name));
  return {
    kind: table,
    record: key.map(({ name }) => cell(name)).join(" || '/' || ") || "''",
    label: label === undefined ? "''" : cell(label),
  };
}

interface Happening {
  readonly table: string;
  readonly columns: readonly Column[];
  readonly watched: Watched;
  readonly event: "insert" | "update" | "delete";
}

function triggerFor(name: string, { table, columns, watched, event }: Happening): string {
  const { part, except = [], exists = "1" } = watched;
  const told = watched.columns ??
    columns.map((one) => one.name).filter((one) => !except.includes(one));
  const of = watched.of ?? (part === undefined ? told : columns.map((one) => one.name));
  const value = part?.value ??
    `json_object(${told.flatMap((one) => [text(one), cell(one)]).join()})`;
  const known = (row: "OLD" | "NEW") =>
    `CASE WHEN ${sqlOf(exists, row)} THEN ${sqlOf(value, row)} END`;
  const [before, after] = [
    event === "insert" ? "NULL" : known("OLD"),
    event === "delete" ? "NULL" : known("NEW"),
  ];
  const row = event === "delete" ? "OLD" : "NEW";
  const fields = [
    text(watched.kind),
    sqlOf(watched.record, row),
    sqlOf(watched.row ?? watched.record, row),
    sqlOf(watched.label, row),
    watched.acts?.[event] === undefined ? "NULL" : text(watched.acts[event]),
    part === undefined ? "''" : sqlOf(part.field, row),
    sqlOf(part?.item ?? "NULL", row),
  ];
  const either = [event === "insert" ? null : "OLD", event === "delete" ? null : "NEW"]
    .filter((one) => one !== null).map((one) => `(${sqlOf(exists, one as "OLD" | "NEW")})`).join(
      " OR ",
    );
  return `CREATE TEMP TRIGGER ${quoted(name)}
    AFTER ${event}${event === "update" ? ` OF ${of.map(quoted).join()}` : ""} ON main.${
    quoted(table)
  }
    WHEN EXISTS (SELECT 1 FROM audit_on) AND (${either}) BEGIN
      INSERT INTO audit_notes (kind, record, "row", label, act, field, item, before, after)
      VALUES (${fields.join(", ")}, ${before}, ${after});
    END`;
}

/** A value as JSON can hold it. */
function cell(column: string): string {
  const place = `row.${quoted(column)}`;
  return `CASE WHEN typeof(${place}) = 'blob' THEN length(${place}) || ' bytes' ELSE ${place} END`;
}

function sqlOf(sql: string, row: "OLD" | "NEW"): string {
  return sql.replaceAll(/\brow\./g, `${row}.`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function text(words: string): string {
  return `'${words.replaceAll("'", "''")}'`;
}
