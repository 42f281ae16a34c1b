import type { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { brokenReference } from "./broken_reference.ts";
import { StoreError } from "./errors.ts";

const log = getLogger(["belltower", "store"]);

/** Says whose file it is, in the header of every Belltower database: the letters "Bell". */
export const APPLICATION_ID = 0x42656c6c;

const FOLDER = new URL("./migrations/", import.meta.url);

/** One step forward. `name` is the file's, `0001_start.sql`; its number is the version that it leads to. */
interface Migration {
  readonly version: number;
  readonly name: string;
}

/** The migrations beside this module, in order. */
function migrations(): Migration[] {
  const names = [...Deno.readDirSync(FOLDER)].map((entry) => entry.name)
    .filter((name) => name.endsWith(".sql")).sort();
  return names.map((name) => ({ version: Number(name.slice(0, 4)), name }));
}

/** The version of the schema that this program works with. */
export function latestVersion(): number {
  return migrations().length;
}

/** The version of the schema in the file; 0 for a new file. */
export function versionOf(db: DatabaseSync): number {
  return (db.prepare("PRAGMA user_version").get() as { user_version: number }).user_version;
}

/** Throws a `StoreError` when the file is another program's, or a newer Belltower's. */
export function refuseForeign(db: DatabaseSync, file: string): void {
  const { application_id } = db.prepare("PRAGMA application_id").get() as {
    application_id: number;
  };
  const { tables } = db.prepare("SELECT count(*) AS tables FROM sqlite_schema").get() as {
    tables: number;
  };
  if (tables > 0 && application_id !== APPLICATION_ID) {
    throw new StoreError(`${file} is not a database of Belltower`);
  }
  const [version, latest] = [versionOf(db), latestVersion()];
  if (version > latest) {
    throw new StoreError(
      `${file} was written by a newer Belltower (its version is ${version}, this program knows ${latest})`,
    );
  }
}

/** What an update is at; with millions of calls each may take minutes. Steps are counted from 1. */
export type UpdateStep =
  | { readonly kind: "copy" }
  /** Whether every reference leads somewhere, before the steps and behind them. */
  | { readonly kind: "check" }
  | {
    readonly kind: "step";
    readonly step: number;
    readonly of: number;
    /** How much of the step is done, 0 to below 1. */
    readonly done: number;
  };

/**
 * Brings the file to the latest version or to the older one `to`, all steps in one transaction: an update that fails or
 * is killed has changed nothing, and the Belltower before it still works on the file. `tell` hears of each step before
 * it is done. Throws a `StoreError` that names the step.
 */
export function migrate(
  db: DatabaseSync,
  to = latestVersion(),
  tell: (step: UpdateStep) => void = () => undefined,
): void {
  const steps = migrations().filter(({ version }) => version > versionOf(db) && version <= to);
  if (steps.length === 0) return;
  tell({ kind: "check" });
  refuseBroken(db);
  // A step that rebuilds a table drops the old one: references are checked at the end, not in between.
  db.exec("PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE");
  try {
    for (const [index, migration] of steps.entries()) {
      perform(db, migration, (done) => {
        tell({ kind: "step", step: index + 1, of: steps.length, done });
      });
    }
    tell({ kind: "check" });
    const broken = brokenReference(db);
    if (broken !== null) throw new StoreError(`the update failed: ${broken}`);
    db.exec("COMMIT");
  } catch (error) {
    rollBack(db);
    throw error;
  } finally {
    db.exec("PRAGMA foreign_keys = ON");
  }
}

/** What is wrong before the first step is said in the words of the schema that somebody can look at. */
function refuseBroken(db: DatabaseSync): void {
  const broken = brokenReference(db);
  if (broken === null) return;
  throw new StoreError(
    `the database cannot be updated: ${broken}. Nothing was changed, and the Belltower before still works on it. ` +
      "Correct that (with sqlite3, on a copy first), or restore a backup that has it right with the Belltower before, and start again",
  );
}

function perform(db: DatabaseSync, { name, version }: Migration, tell: (done: number) => void) {
  const sql = Deno.readTextFileSync(new URL(name, FOLDER));
  tell(0);
  try {
    const parted = PARTED.exec(sql);
    if (parted === null) db.exec(sql);
    else {
      const [text, table, statements] = parted as unknown as [string, string, string];
      db.exec(sql.slice(0, parted.index));
      forEachPart(db, table, statements, tell);
      db.exec(sql.slice(parted.index + text.length));
    }
    db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${version}`);
  } catch (cause) {
    throw new StoreError(`migration ${name} failed: ${cause}`, { cause });
  }
}

/**
 * What a migration does for a part of a table at a time, so that it can say how far it is: statements between these two
 * lines, for the rows whose IDs are `:from` and more and below `:to`.
 */
const PARTED = /^-- each part of (\w+):.*\n([^]*?)^-- end of parts\n/m;

const PART_ROWS = 20_000;

function forEachPart(
  db: DatabaseSync,
  table: string,
  statements: string,
  tell: (done: number) => void,
): void {
  const { first, last } = db.prepare(
    `SELECT (SELECT min(id) FROM ${table}) AS first, (SELECT max(id) FROM ${table}) AS last`,
  )
    .get() as { first: number | null; last: number };
  if (first === null) return;
  const prepared = statements.split(/;\n/).filter((one) =>
    /\w/.test(one.replaceAll(/^--.*$/gm, ""))
  )
    .map((one) => db.prepare(one));
  for (let from = first; from <= last; from += PART_ROWS) {
    tell((from - first) / (last - first + 1));
    for (const statement of prepared) statement.run({ from, to: from + PART_ROWS });
  }
}

function rollBack(db: DatabaseSync): void {
  try {
    db.exec("ROLLBACK");
  } catch (error) {
    // After a full disk or a failed write SQLite has rolled back by itself; the first error is what counts.
    log.debug("There was nothing left to roll back: {error}", { error });
  }
}
