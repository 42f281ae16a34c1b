import { getLogger } from "@logtape/logtape";
import { passed } from "../base/passed.ts";
import type { Actor } from "../domain/audit.ts";
import { noteAct } from "../store/audit/write_audit.ts";
import { problemOf } from "../store/backup/backup_error.ts";
import { confirmedFile } from "../store/backup/candidate.ts";
import { putInPlace } from "../store/backup/put_in_place.ts";
import { lastRestore, noteFailedRestore } from "../store/backup/restore_record.ts";
import { lockData } from "../store/data_lock.ts";
import type { Store } from "../store/database.ts";
import { openStore } from "../store/open_store.ts";
import { StoreGone } from "../store/errors.ts";
import type { UpdateStep } from "../store/migrate.ts";
import type { RunningServer } from "./server.ts";

const log = getLogger(["belltower", "server"]);

/** Starts a server on the open database, which it closes when it stops; `restore` is what its web calls. */
export interface StartServer {
  (store: Store, restore: (by: Actor) => void): RunningServer | Promise<RunningServer>;
}

export interface Place {
  /** The data folder. */
  readonly data: string;
  /** Somebody said that what is there, or nothing, is the office from now on. */
  readonly newOffice?: boolean;
  /** Hears what an update of an older database is at. */
  readonly onUpdate?: (step: UpdateStep) => void;
}

/** The answer that says so still reaches the browser. */
const LAST_WORD_MS = 300;
/** As long as people and watchdogs are told that the database is gone, before the program ends. */
const LAST_WORDS_OF_FAULT_MS = 2000;

/**
 * Serves the data folder until `signal`, which is asked for when the database is open: until then, an update of minutes
 * may be ended by what ends any program, and has changed nothing. When somebody confirms a restore, the server stops cleanly, the checked
 * backup is put in place, and the next one starts at the same address: lines and browsers reconnect by themselves.
 * `stopping` hears when it is for good. Where it cannot be put in place, the old state goes on and says why.
 * Throws a StoreGone, once everything has stopped in order, when nothing can be stored any
 * more: only a new start can open what is there by then.
 */
export async function serveData(
  { data, ...how }: Place,
  signal: () => AbortSignal,
  start: StartServer,
  stopping: () => void = () => undefined,
): Promise<void> {
  let [failed, by]: [unknown, Actor | null] = [null, null];
  do {
    const store = openStore(data, { exclusive: true, ...how });
    try {
      const stop = signal();
      if (failed !== null) {
        noteFailedRestore(store, { at: Date.now(), code: problemOf(failed) });
        failed = null;
      } else if (by !== null) {
        // The database that was restored knows nothing of it yet.
        const record = lastRestore(store)?.name ?? "";
        noteAct(store.as(by), { act: "restored", kind: "backup", record });
      }
      const asked = Promise.withResolvers<Actor>();
      const server = await start(store, (who) => setTimeout(asked.resolve, LAST_WORD_MS, who));
      const end = await Promise.race([
        asked.promise,
        server.gone,
        aborted(stop).then(() => null),
      ]);
      by = end instanceof StoreGone ? null : end;
      if (by === null) stopping();
      if (end instanceof StoreGone) await lastWords(end, stop);
      await server.stop();
      if (end instanceof StoreGone) throw end;
    } finally {
      store.close();
    }
    if (by !== null) failed = restore(data);
  } while (by !== null);
}

async function lastWords(gone: StoreGone, signal: AbortSignal): Promise<void> {
  log.fatal("{message}; this server ends", { message: gone.message });
  await Promise.race([passed(LAST_WORDS_OF_FAULT_MS), aborted(signal)]);
}

/** Null, or why not. */
function restore(data: string): unknown {
  try {
    const lock = lockData(data);
    try {
      const safety = putInPlace(data, Date.now(), undefined, confirmedFile(data));
      log.info("A backup was restored; as it was before, the database is in {safety}", { safety });
      return null;
    } finally {
      lock.release();
    }
  } catch (error) {
    log.error("The backup could not be put in place: {error}", { error });
    return error;
  }
}

/** Resolves when the signal is aborted. */
function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener("abort", () => resolve()));
}
