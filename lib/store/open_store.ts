import { finishRestore, isRestoreUnfinished } from "./backup/put_in_place.ts";
import { connect } from "./connect.ts";
import { Connection } from "./connection.ts";
import { prepareDataFolder } from "./data_folder.ts";
import { lockData } from "./data_lock.ts";
import { Store } from "./database.ts";
import { StoreError } from "./errors.ts";
import { ExpectedOffice } from "./expected_office.ts";
import { FilesInPlace } from "./files_in_place.ts";
import { latestVersion, migrate, type UpdateStep, versionOf } from "./migrate.ts";
import { isFile, isUpToDate, openOffice } from "./open_office.ts";
import { tidyDataFolder } from "./tidy_data_folder.ts";

export interface StoreOptions {
  /** Nothing is written, nothing is created: for exports beside a running server. */
  readonly readOnly?: boolean;
  /** There has to be a database: neither that nor its folder is made, also where they go away at this moment. */
  readonly existing?: boolean;
  /** The server's way: no second server can open the same data folder. */
  readonly exclusive?: boolean;
  /**
   * The `Store.claims` of the server's connection, where another thread of the server opens this one: whoever lets the
   * server's writes go first then waits for the writes of both.
   */
  readonly claims?: SharedArrayBuffer;
  /** One number of 32 bits, where this thread may be ended from outside: see `withdrawClaim`. */
  readonly claim?: SharedArrayBuffer;
  /** Four bytes, which are 1 while a transaction of this connection has the lock of those who write. */
  readonly writing?: SharedArrayBuffer;
  /** Whatever is in the folder, or nothing, is the office from now on: somebody said so. */
  readonly newOffice?: boolean;
  /** Hears what an update of an older database is at. */
  readonly onUpdate?: (step: UpdateStep) => void;
}

/**
 * Opens the database `belltower.sqlite` in the data folder `directory` (made when it is not there), or a
 * passing one for `":memory:"`, and brings it to the latest version, with a copy of what was there before.
 * Throws a `StoreError` when the folder is in use (`exclusive`), read-only, full or another machine's, when the file is another program's or a
 * newer Belltower's, when another office was in that folder before (unless `newOffice`), with `readOnly` or `existing` when
 * there is no file, and with `readOnly` when it is an older Belltower's.
 */
export function openStore(directory: string, options: StoreOptions = {}): Store {
  if (directory === ":memory:") return openMemory();
  const file = `${directory}/belltower.sqlite`;
  if (options.readOnly) return openReadOnly(file);
  const office = new ExpectedOffice(directory, options.newOffice ?? false);
  office.refuseEmpty(file);
  if (options.existing && !isFile(file)) throw noDatabase(file);
  prepareDataFolder(directory, options.existing ?? false);
  // A file that must be migrated is nobody else's meanwhile: an older server would meet tables unknown to it. One that
  // is being restored, or was when the program died, is opened by nobody before that has come to its end.
  const alone = options.exclusive || isRestoreUnfinished(directory) || !isUpToDate(file);
  let lock = alone ? lockData(directory) : null;
  try {
    if (lock !== null) finishRestore(directory);
    if (options.exclusive) tidyDataFolder(directory);
    const onUpdate = lock === null ? null : options.onUpdate ?? (() => undefined);
    const db = openOffice(file, directory, office, onUpdate);
    if (options.exclusive) office.remember(db);
    else {
      lock?.release();
      lock = null;
    }
    const place = new FilesInPlace(file);
    const { claims = null, claim = null, writing = null } = options;
    return new Store(new Connection({ db, readOnly: false, lock, place, claims, claim, writing }));
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openMemory(): Store {
  const db = connect(":memory:", false);
  migrate(db);
  return new Store(new Connection({ db, readOnly: false }));
}

function noDatabase(file: string): StoreError {
  return new StoreError(
    `there is no database ${file}; expected the folder of an office, where a server has been started`,
  );
}

function openReadOnly(file: string): Store {
  if (!isFile(file)) throw noDatabase(file);
  const db = connect(file, true);
  if (versionOf(db) < latestVersion()) {
    db.close();
    throw new StoreError(`${file} is an older Belltower's: start the server once to update it`);
  }
  return new Store(new Connection({ db, readOnly: true }));
}
