import type { DatabaseSync } from "node:sqlite";
import { movePassphrase } from "./backup/move_passphrase.ts";
import { connect } from "./connect.ts";
import { StoreError } from "./errors.ts";
import type { ExpectedOffice } from "./expected_office.ts";
import { latestVersion, migrate, type UpdateStep, versionOf } from "./migrate.ts";
import { officeIn } from "./office_marker.ts";
import { copyBeforeUpdate } from "./upgrade_copy.ts";

/**
 * The open database `file` of the data folder `directory`, after it was seen that it is the office which is expected
 * there; of the latest version where it may be updated, which `onUpdate` hears of, null where it may not. Throws a
 * `StoreError`.
 */
export function openOffice(
  file: string,
  directory: string,
  office: ExpectedOffice,
  onUpdate: ((step: UpdateStep) => void) | null,
): DatabaseSync {
  const copy = onUpdate === null ? null : copyBeforeUpdate(directory, Date.now(), (db) => {
    office.refuseOther(db);
    onUpdate({ kind: "copy" });
  });
  const db = connect(file, false);
  try {
    if (copy === null) office.refuseOther(db);
    const [before, isMade] = [officeIn(db), versionOf(db) === 0];
    if (onUpdate !== null) {
      migrate(db, latestVersion(), isMade ? () => undefined : onUpdate);
      movePassphrase(db, directory, Date.now());
    }
    office.adopt(db, before, isMade);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Whether there is a database and it has the latest schema. */
export function isUpToDate(file: string): boolean {
  if (!isFile(file)) return false;
  const db = connect(file, false);
  try {
    return versionOf(db) === latestVersion();
  } finally {
    db.close();
  }
}

export function isFile(path: string): boolean {
  try {
    return Deno.statSync(path).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw new StoreError(`${path} cannot be looked at: ${error}`, { cause: error });
  }
}
