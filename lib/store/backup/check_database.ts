import { DatabaseSync } from "node:sqlite";
import { connect } from "../connect.ts";
import { APPLICATION_ID, latestVersion, migrate, versionOf } from "../migrate.ts";
import { BackupError } from "./backup_error.ts";
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
 * Checks a database that was taken out of a backup: whose it is, its version, every page and index of it, and
 * the rows against those that the source had. `manifest` null is a bare copy, of which nobody counted the rows.
 * Returns its version. Throws a BackupError.
 */
export function checkDatabase(file: string, manifest: Manifest | null): number {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const version = identify(db);
    const found = db.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
    if (found !== "ok") throw damaged(`SQLite finds: ${found}`);
    if (manifest !== null) compare(countRows(db), manifest.counts);
    return version;
  } catch (cause) {
    if (cause instanceof BackupError) throw cause;
    throw damaged(String(cause), cause);
  } finally {
    db.close();
  }
}

function identify(db: DatabaseSync): number {
  const id = db.prepare("PRAGMA application_id").get()?.["application_id"];
  if (id !== APPLICATION_ID) {
    throw new BackupError("foreign", "the file is no database of Belltower");
  }
  const version = versionOf(db);
  refuseNewer(version);
  return version;
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
    migrate(db);
    work(db);
    if (db.prepare("PRAGMA foreign_key_check").get() !== undefined) {
      throw damaged("references lead nowhere");
    }
    db.exec("PRAGMA journal_mode = DELETE");
  } finally {
    db.close();
  }
}

function damaged(what: string, cause?: unknown): BackupError {
  return new BackupError("damaged", `the database in the backup is damaged: ${what}`, { cause });
}
