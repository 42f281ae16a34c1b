import { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";

const log = getLogger(["belltower", "store"]);

/** Tables of what opens something to whoever has a token: which are good, and to take away all that are not. */
const OPENING = [
  {
    table: "sessions",
    good: `SELECT hex(token_hash) AS token FROM sessions
           JOIN staff ON staff.id = sessions.staff_id WHERE staff.active = 1`,
    drop: "DELETE FROM sessions WHERE hex(token_hash) NOT IN (SELECT value FROM json_each(?))",
  },
  {
    table: "wall_screens",
    good: "SELECT hex(token_hash) AS token FROM wall_screens",
    drop: "DELETE FROM wall_screens WHERE hex(token_hash) NOT IN (SELECT value FROM json_each(?))",
  },
] as const;

/**
 * Takes out of a backup that is about to be put in the place of `database` (null: nothing is there) whatever opens it
 * and is not good there any more: sessions that have ended since, by signing out, another password or the end of an
 * account, and links of wall screens. Where what is there does not say, nothing of the backup's is good.
 * `candidate` is one file without a log, and stays so.
 */
export function dropEndedSignIns(candidate: string, database: string | null): void {
  const good = database === null ? new Map<string, string[]>() : goodIn(database);
  const db = new DatabaseSync(candidate);
  try {
    db.exec("PRAGMA trusted_schema = OFF; PRAGMA foreign_keys = ON; BEGIN IMMEDIATE");
    for (const { table, drop } of openingIn(db)) {
      db.prepare(drop).run(JSON.stringify(good.get(table) ?? []));
    }
    db.exec("COMMIT");
  } finally {
    db.close();
  }
}

/** By table. */
function goodIn(database: string): Map<string, string[]> {
  let db: DatabaseSync | null = null;
  try {
    const open = db = new DatabaseSync(database, { readOnly: true });
    return new Map(
      openingIn(open).map(({ table, good }) => [
        table,
        open.prepare(good).all().map(({ token }) => String(token)),
      ]),
    );
  } catch (error) {
    log.warn("{database} does not say who is signed in; after the restore nobody is: {error}", {
      database,
      error,
    });
    return new Map();
  } finally {
    db?.close();
  }
}

/** Those of the tables that there are: what is replaced may be of an older version. */
function openingIn(db: DatabaseSync) {
  const exists = db.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?");
  return OPENING.filter(({ table }) => exists.get(table) !== undefined);
}
