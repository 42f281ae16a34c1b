import { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { putFileInPlace } from "../base/durable.ts";
import { fileTime } from "../base/file_time.ts";
import { isThere, removeBehindError } from "../base/files.ts";
import { connect } from "./connect.ts";
import { freeBytes, megabytes } from "./data_folder.ts";
import { StoreError } from "./errors.ts";
import { isBusy } from "./is_busy.ts";
import { latestVersion, versionOf } from "./migrate.ts";
import { copyDatabase, isCopyOf } from "./still_copy.ts";

const log = getLogger(["belltower", "store"]);

/** How many copies stay: the way back from the last updates, and no disk full of old customers. */
const KEPT = 3;

/** A reader of the database (an export) has so long to come to its end. */
const PATIENCE_MS = 1000;

const NAME = /^belltower-before-update-\d{8}-\d{6}-schema-(\d+)\.sqlite$/;

/**
 * Copies the database of the data folder before its schema changes, reads the copy through, and takes away the oldest
 * copies; returns the copy's path, null where nothing is to be updated. An update that was begun before and came to no
 * end has changed nothing, so its copy is found again and no second one made: however often an update is begun, the
 * copies of the ones before it stay. `now` in ms since the epoch, UTC; `accept` looks at what is to be updated first, and
 * throws where it is not. The caller holds the data lock and no connection.
 * Throws a `StoreError` where there is no room, somebody else works on the database or the copy is not whole; then
 * nothing of it stays.
 */
export function copyBeforeUpdate(
  directory: string,
  now: number,
  accept: (db: DatabaseSync) => void = () => undefined,
): string | null {
  const source = `${directory}/belltower.sqlite`;
  if (!isThere(source)) return null;
  const db = connect(source, false);
  try {
    const version = versionOf(db);
    if (version === 0 || version === latestVersion()) return null;
    accept(db);
    requireStill(db, source);
    removeUnfinished(directory);
    const made = copiesIn(directory).findLast((name) => NAME.exec(name)?.[1] === String(version));
    if (made !== undefined && isCopyOf(`${directory}/${made}`, source)) {
      return `${directory}/${made}`;
    }
    const name = freeName(directory, version, now);
    makeCopy(source, `${directory}/${name}`, version);
    log.info("The database of version {version} is kept as {name} before it is updated", {
      version,
      name,
    });
    prune(directory, name);
    return `${directory}/${name}`;
  } finally {
    db.close();
  }
}

/** Throws where `holdStill` does not succeed. */
function requireStill(db: DatabaseSync, source: string): void {
  if (holdStill(db, source)) return;
  throw new StoreError(
    `another program works on ${source}, and nothing was updated: the copy that is kept before an update needs it for itself`,
  );
}

/**
 * Brings everything into the file itself and lets nobody write to it until `db` is closed; false where another program
 * reads or writes. SQLite's own copies need what they cannot have here: VACUUM INTO the right to attach, which
 * node:sqlite gives to no program that has less than all permissions, and backup() an open that may wait.
 */
function holdStill(db: DatabaseSync, source: string): boolean {
  db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
  const { busy } = db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get() as { busy: number };
  if (busy !== 0) return false;
  try {
    db.exec("BEGIN IMMEDIATE");
  } catch (error) {
    if (isBusy(error)) return false;
    throw error;
  }
  // Copying closes a file of the database, and with it go this process's locks on that file, but not those on its log.
  // A writer holds the log's, and a log that is empty keeps every other program from writing to the file.
  return Deno.statSync(`${source}-wal`).size === 0;
}

function makeCopy(source: string, file: string, version: number): void {
  const part = `${file}.part`;
  refuseWithoutRoom(source, file.slice(0, file.lastIndexOf("/")));
  try {
    copyDatabase(source, part);
    check(part, version);
    putFileInPlace(part, file);
  } catch (cause) {
    removeBehindError(part);
    throw new StoreError(
      `the copy that is kept before an update failed, and nothing was updated: ${cause}`,
      { cause },
    );
  }
}

function refuseWithoutRoom(source: string, directory: string): void {
  const [{ size }, free] = [Deno.statSync(source), freeBytes(directory)];
  if (free > size) return;
  throw new StoreError(
    `there is no room in ${directory} for the copy that is kept before an update: ${
      megabytes(size)
    } are needed, ${megabytes(free)} are free; nothing was updated`,
  );
}

function check(file: string, version: number): void {
  const copy = new DatabaseSync(file, { readOnly: true });
  try {
    const found = copy.prepare("PRAGMA integrity_check(1)").get()?.["integrity_check"];
    if (found !== "ok") throw new StoreError(`${file} is not whole: ${found}`);
    const copied = versionOf(copy);
    if (copied !== version) throw new StoreError(`${file} has version ${copied}, not ${version}`);
  } finally {
    copy.close();
  }
}

/** Two copies of one second are two: the clock may have been set back. */
function freeName(directory: string, version: number, now: number): string {
  const name = `belltower-before-update-${fileTime(now)}-schema-${version}.sqlite`;
  return isThere(`${directory}/${name}`) ? freeName(directory, version, now + 1000) : name;
}

/** Names in order of age: they begin with the time. */
function copiesIn(directory: string): string[] {
  return [...Deno.readDirSync(directory)].map(({ name }) => name)
    .filter((name) => NAME.test(name)).sort();
}

/** Who holds the data lock is the only one who makes copies: the others were killed. */
function removeUnfinished(directory: string): void {
  for (const { name } of [...Deno.readDirSync(directory)]) {
    const [copy = "", end] = name.split(".sqlite.part");
    if (end === "" && NAME.test(`${copy}.sqlite`)) Deno.removeSync(`${directory}/${name}`);
  }
}

/** `made` stays whatever the clock says: it is the copy of this update. */
function prune(directory: string, made: string): void {
  const others = copiesIn(directory).filter((name) => name !== made);
  for (const name of others.slice(0, -(KEPT - 1))) Deno.removeSync(`${directory}/${name}`);
}
