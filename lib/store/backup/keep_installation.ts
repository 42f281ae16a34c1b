import { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { INSTALLATION_KEY, officeIn, rememberedOffice } from "../office_marker.ts";
import { isThere } from "../../base/files.ts";

const log = getLogger(["belltower", "store"]);

/**
 * Gives the database `candidate`, which is about to be put in place, the ID of the installation of that place: a
 * restore makes the office's contents older or another's, and not the installation. A place that was empty takes
 * over the one that the backup brings.
 */
export function keepInstallation(candidate: DatabaseSync, data: string): void {
  const id = rememberedOffice(data)?.id ?? installationIn(`${data}/belltower.sqlite`);
  if (id === null) return;
  candidate.prepare("UPDATE settings SET value = ? WHERE key = ?").run(id, INSTALLATION_KEY);
}

/** Null where there is no database, or none that can be read: a restore may be the way out of that. */
function installationIn(file: string): string | null {
  if (!isThere(file)) return null;
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(file, { readOnly: true });
    return officeIn(db).id;
  } catch (error) {
    log.warn("{file} does not say whose it is: {error}", { file, error });
    return null;
  } finally {
    db?.close();
  }
}
