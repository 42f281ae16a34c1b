import type { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import {
  ENCRYPTED_SINCE,
  keepOfficePassphrase,
  officePassphrase,
  OLD_PASSPHRASE,
  settingOf,
} from "./office_passphrase.ts";

const log = getLogger(["belltower", "store"]);

/**
 * Takes the backups' passphrase out of a database of before it lay in a file beside the keys; a file that is there
 * already stays. The caller is alone with the database. Nothing of it is left in the database, free pages included.
 */
export function movePassphrase(db: DatabaseSync, data: string, now: number): void {
  const old = settingOf(db, OLD_PASSPHRASE);
  if (old === null) return;
  if (old !== "" && officePassphrase(data) === null) keepOfficePassphrase(data, old);
  takeOut(db, old === "" ? "" : String(now));
  if (old === "") return;
  log.warn(
    "The backups' passphrase lies in {data}/tls from now on, not in the database. Older copies of the database have it: where one may be in other hands, set another passphrase",
    { data },
  );
}

/** SQLite leaves what it deletes where it was, until something else needs the place: here it is overwritten. */
function takeOut(db: DatabaseSync, since: string): void {
  const before = db.prepare("PRAGMA secure_delete").get()?.["secure_delete"];
  db.exec("PRAGMA secure_delete = ON; BEGIN IMMEDIATE");
  try {
    db.prepare("DELETE FROM settings WHERE key = ?").run(OLD_PASSPHRASE);
    if (since !== "") {
      db.prepare("INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)")
        .run(ENCRYPTED_SINCE, since);
    }
    // Each page of the table is emptied, and written anew.
    db.exec(`CREATE TEMP TABLE kept AS SELECT * FROM main.settings;
             DELETE FROM settings;
             INSERT INTO settings SELECT * FROM temp.kept ORDER BY key;
             DROP TABLE temp.kept`);
    overwriteFreePages(db);
    db.exec("COMMIT");
  } catch (error) {
    db.exec("ROLLBACK");
    throw error;
  } finally {
    db.exec(`PRAGMA secure_delete = ${before === 1 ? "ON" : "OFF"}`);
  }
  // And out of the log, which still has the pages as they were.
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

const MEBIBYTE = 1024 * 1024;

function overwriteFreePages(db: DatabaseSync): void {
  const free = () => Number(db.prepare("PRAGMA freelist_count").get()?.["freelist_count"]);
  if (free() === 0) return;
  const pageSize = Number(db.prepare("PRAGMA page_size").get()?.["page_size"]);
  db.exec("CREATE TABLE overwritten (zeros BLOB)");
  const insert = db.prepare("INSERT INTO overwritten VALUES (zeroblob(?))");
  for (let left = free(); left > 0; left = free()) insert.run(Math.min(left * pageSize, MEBIBYTE));
  db.exec("DROP TABLE overwritten");
}
