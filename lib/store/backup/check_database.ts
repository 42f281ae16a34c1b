import { DatabaseSync } from "node:sqlite";
import { brokenReference } from "../broken_reference.ts";
import { connect } from "../connect.ts";
import { APPLICATION_ID, latestVersion, migrate, versionOf } from "../migrate.ts";
import { BackupError } from "./backup_error.ts";
import { checkSchema } from "./check_schema.ts";
import type { Manifest } from "./container.ts";

/** How many rows each table has, the search's own tables too. */
export function countRows(db: DatabaseSync): Record<string, number> {
  const tables = db.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
  ).all() as { name: string }[];
  const counts = tables.map(({ name }) => {
    const row = db.prepare(`SELECT count(*) AS rows FROM "${name.replaceAll('"', '""')}"`).get();
    return [name, Number(row?.["rows"])] as const;
  });
  return Object.fromEntries(counts);
}

/**
 * Checks a database that was taken out of a backup: whose it is, its version, whether it is built as this program
 * builds it, every page and index of it, and the rows against those that the source had. `manifest` null is a bare
 * copy, of which nobody counted the rows. Nothing in it is believed before that: neither are its functions run nor its
 * triggers. Returns its version. Throws a BackupError.
 */
export function checkDatabase(file: string, manifest: Manifest | null): number {
  // Not opened for reading alone: SQLite leaves the conditions (CHECK) out there, and would not look at them.
  const db = new DatabaseSync(file);
  try {
    distrust(db);
    const version = identify(db);
    checkSchema(db, version);
    const found = db.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
    if (found !== "ok") throw damaged(`SQLite finds: ${found}`);
    checkSequences(db);
    if (manifest !== null) compare(countRows(db), manifest.counts);
    return version;
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw damaged(String(cause), cause);
  } finally {
    db.close();
  }
}

/** A file that somebody has made to break SQLite finds the doors shut (sqlite.org/security.html). */
function distrust(db: DatabaseSync): void {
  db.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA query_only = ON");
  // Deno's types do not have it yet.
  (db as DatabaseSync & { enableDefensive(active: boolean): void }).enableDefensive(true);
}

function identify(db: DatabaseSync): number {
  const id = db.prepare("PRAGMA application_id").get()?.["application_id"];
  const version = versionOf(db);
  if (id !== APPLICATION_ID || version < 1) {
    throw new BackupError("foreign", "the file is no database of Belltower");
  }
  refuseNewer(version);
  const encoding = db.prepare("PRAGMA encoding").get()?.["encoding"];
  if (encoding !== "UTF-8") throw damaged(`its texts are ${encoding}, not UTF-8`);
  return version;
}

/** IDs above this are no whole numbers in JavaScript any more; the highest that SQLite has would end every insert. */
const HIGHEST_ID = 2 ** 52;

/** Where a table counts its IDs, so that the next one can be given. */
function checkSequences(db: DatabaseSync): void {
  const tables = db.prepare(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'",
  ).all().map(({ name }) => String(name));
  for (const table of tables) {
    const { id } = db.prepare(`SELECT max(rowid) > ${HIGHEST_ID} AS id FROM "${table}"`).get()!;
    if (id === 1) throw damaged(`${table} has an ID above ${HIGHEST_ID}`);
  }
  const strange = db.prepare(
    `SELECT name FROM sqlite_sequence
     WHERE typeof(seq) <> 'integer' OR seq NOT BETWEEN 0 AND ${HIGHEST_ID}`,
  ).get();
  if (strange !== undefined) throw damaged(`${strange["name"]} counts its IDs wrongly`);
}

/** Throws a BackupError for a version of the schema that this program does not know. */
export function refuseNewer(version: number): void {
  if (version <= latestVersion()) return;
  throw new BackupError(
    "newer",
    `the backup was written by a newer Belltower (its version is ${version}, this program knows ${latestVersion()})`,
  );
}

function compare(
  found: Readonly<Record<string, number>>,
  expected: Readonly<Record<string, number>>,
): void {
  for (const table of new Set([...Object.keys(expected), ...Object.keys(found)])) {
    if (found[table] === expected[table]) continue;
    throw damaged(`${table} has ${found[table] ?? 0} rows, not ${expected[table] ?? 0}`);
  }
}

/** Brings a checked database to the latest version, and leaves it as one file without a log beside it. */
export function makeReady(file: string, work: (db: DatabaseSync) => void): void {
  const db = connect(file, false);
  try {
    requireReferences(db);
    migrate(db);
    work(db);
    requireReferences(db);
    db.exec("PRAGMA journal_mode = DELETE");
  } finally {
    db.close();
  }
}

function requireReferences(db: DatabaseSync): void {
  const broken = brokenReference(db);
  if (broken !== null) throw damaged(broken);
}

function damaged(what: string, cause?: unknown): BackupError {
  return new BackupError("damaged", `the database in the backup is damaged: ${what}`, { cause });
}
