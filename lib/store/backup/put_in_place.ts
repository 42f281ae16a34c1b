import { DatabaseSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { folderOf, putFileInPlace, syncFile, syncFolder } from "../../base/durable.ts";
import { fileTime } from "../../base/file_time.ts";
import { isThere, removeIfThere } from "../../base/files.ts";
import { BackupError } from "./backup_error.ts";
import { copyPrivately } from "../private_files.ts";
import { isBusy } from "../is_busy.ts";
import { candidateFile } from "./candidate.ts";
import { endJobs } from "./end_jobs.ts";
import { dropEndedSignIns } from "./ended_sign_ins.ts";
import { SAFETY } from "./safety_copies.ts";

const log = getLogger(["belltower", "store"]);

/** How many safety copies stay. */
const KEPT = 3;
const UNFINISHED = /^(belltower-before-restore-\d{8}-\d{6}\.sqlite)\.part$/;
/** A reader of the database (an export) has so long to come to its end. */
const PATIENCE_MS = 3000;

/** Called behind each step, by tests that kill the program there. */
export interface StepSeen {
  (step: "settled" | "kept" | "replaced" | "named"): void;
}

/**
 * Puts a checked backup (`prepareRestore`), `candidate`, in the place of the database, without the sign-ins that have
 * ended since and with its jobs over; returns the path of the safety copy of what was there, null where nothing was. The caller holds the data
 * lock and no connection. Whenever the program dies, the old database is in place or the new one, each whole: the old
 * one is first made one file without a log, then gets a second name, and then a single renaming puts the new one in its
 * place. Throws a BackupError; then all is as it was.
 */
export function putInPlace(
  data: string,
  now: number,
  seen: StepSeen = () => undefined,
  candidate: string = candidateFile(data),
): string | null {
  const database = `${data}/belltower.sqlite`;
  if (!isThere(candidate)) throw new BackupError("unreadable", "no checked backup is there");
  const safety = isThere(database)
    ? `${data}/belltower-before-restore-${fileTime(now)}.sqlite`
    : null;
  if (safety !== null) {
    settle(database);
    seen("settled");
  }
  dropEndedSignIns(candidate, safety === null ? null : database);
  endJobs(candidate, now);
  if (safety !== null) keep(database, `${safety}.part`);
  seen("kept");
  putFileInPlace(candidate, database);
  seen("replaced");
  // Somebody who opened the old file at the last moment left these; they belong to no database any more.
  for (const suffix of ["-wal", "-shm"]) removeIfThere(`${database}${suffix}`);
  if (safety !== null) putFileInPlace(`${safety}.part`, safety);
  seen("named");
  prune(data);
  removeIfThere(`${data}/restore`);
  return safety;
}

/** Whether a restore is under way in the data folder, or was killed. */
export function isRestoreUnfinished(data: string): boolean {
  return [...Deno.readDirSync(data)].some(({ name }) => UNFINISHED.test(name));
}

/** Brings to its end what a killed restore left in the data folder. The caller holds the data lock. */
export function finishRestore(data: string): void {
  for (const { name } of [...Deno.readDirSync(data)]) {
    const safety = UNFINISHED.exec(name)?.[1];
    if (safety === undefined) continue;
    // The old database's second name: while it is still in place, a name too many.
    if (isSameFile(`${data}/${name}`, `${data}/belltower.sqlite`)) {
      Deno.removeSync(`${data}/${name}`);
    } else {
      moveLog(`${data}/belltower.sqlite`, `${data}/${safety}`);
      putFileInPlace(`${data}/${name}`, `${data}/${safety}`);
    }
  }
}

/** A log that the replaced database left behind is its own: SQLite would play it into the new one. */
function moveLog(database: string, safety: string): void {
  if (isThere(`${database}-wal`)) putFileInPlace(`${database}-wal`, `${safety}-wal`);
  removeIfThere(`${database}-shm`);
}

/** Takes everything out of the log into the file, and the log away. A broken database stays as it is. */
function settle(database: string): void {
  let db: DatabaseSync | null = null;
  try {
    db = new DatabaseSync(database);
    db.exec(`PRAGMA busy_timeout = ${PATIENCE_MS}`);
    db.prepare("PRAGMA journal_mode = DELETE").get();
  } catch (cause) {
    if (isBusy(cause)) {
      throw new BackupError("in_use", `another program has ${database} open`, { cause });
    }
    log.warn("The database that is replaced is broken, and kept as it is: {cause}", { cause });
  } finally {
    db?.close();
  }
}

function keep(database: string, part: string): void {
  removeIfThere(part);
  try {
    Deno.linkSync(database, part);
  } catch (error) {
    log.debug("A file system without second names, the database is copied: {error}", { error });
    copyPrivately(database, part);
    syncFile(part);
  }
  // Only a broken database still has a log; what can be saved may be in there.
  if (isThere(`${database}-wal`)) {
    const log = `${part.slice(0, -5)}-wal`;
    copyPrivately(`${database}-wal`, log);
    syncFile(log);
  }
  syncFolder(folderOf(database));
}

function isSameFile(one: string, other: string): boolean {
  if (!isThere(other)) return false;
  const [first, second] = [Deno.statSync(one), Deno.statSync(other)];
  return first.ino !== null && first.ino === second.ino && first.dev === second.dev;
}

function prune(data: string): void {
  const copies = [...Deno.readDirSync(data)].map(({ name }) => name)
    .filter((name) => SAFETY.test(name)).sort();
  for (const name of copies.slice(0, -KEPT)) {
    for (const suffix of ["", "-wal"]) removeIfThere(`${data}/${name}${suffix}`);
  }
}
