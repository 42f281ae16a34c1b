import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { finishRestore } from "./backup/put_in_place.ts";
import { connect } from "./connect.ts";
import { prepareDataFolder } from "./data_folder.ts";
import { type DataLock, lockData } from "./data_lock.ts";
import { StoreError } from "./errors.ts";
import { latestVersion, migrate, versionOf } from "./migrate.ts";
import { copyBeforeUpdate } from "./upgrade_copy.ts";

const log = getLogger(["belltower", "store"]);

export interface StoreOptions {
  /** Nothing is written, nothing is created: for exports beside a running server. */
  readonly readOnly?: boolean;
  /** The server's way: no second server can open the same data folder. */
  readonly exclusive?: boolean;
}

/**
 * Opens the database `belltower.sqlite` in the data folder `directory` (made when it is not there), or a
 * passing one for `":memory:"`, and brings it to the latest version, with a copy of what was there before.
 * Throws a `StoreError` when the folder is in use (`exclusive`), read-only, full or another machine's, when the file is another program's or a
 * newer Belltower's, and with `readOnly` when there is no file or it is an older Belltower's.
 */
export function openStore(directory: string, options: StoreOptions = {}): Store {
  if (directory === ":memory:") return openMemory();
  const file = `${directory}/belltower.sqlite`;
  if (options.readOnly) return openReadOnly(file);
  prepareDataFolder(directory);
  // A file that must be migrated is nobody else's meanwhile: an older server would meet tables unknown to it.
  const lock = options.exclusive || !isUpToDate(file) ? lockData(directory) : null;
  try {
    if (lock !== null) finishRestore(directory);
    const db = connect(file, false);
    if (lock !== null) update(db, directory);
    if (!options.exclusive) lock?.release();
    return new Store(db, options.exclusive ? lock : null, false);
  } catch (error) {
    lock?.release();
    throw error;
  }
}

function openMemory(): Store {
  const db = connect(":memory:", false);
  migrate(db);
  return new Store(db, null, false);
}

function openReadOnly(file: string): Store {
  if (!isFile(file)) throw new StoreError(`there is no database ${file}`);
  const db = connect(file, true);
  if (versionOf(db) < latestVersion()) {
    db.close();
    throw new StoreError(`${file} is an older Belltower's: start the server once to update it`);
  }
  return new Store(db, null, true);
}

function update(db: DatabaseSync, directory: string): void {
  const [version, latest] = [versionOf(db), latestVersion()];
  if (version > 0 && version < latest) {
    const file = copyBeforeUpdate(db, directory, version, Date.now());
    log.info("The database goes from version {version} to {latest}; as it was, it is in {file}", {
      version,
      latest,
      file,
    });
  }
  migrate(db);
}

function isFile(file: string): boolean {
  try {
    return Deno.statSync(file).isFile;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw new StoreError(`${file} cannot be looked at: ${error}`, { cause: error });
  }
}

function isUpToDate(file: string): boolean {
  if (!isFile(file)) return false;
  const db = connect(file, false);
  const version = versionOf(db);
  db.close();
  return version === latestVersion();
}

/**
 * An open database. The questions to it are the functions of the other files of this folder; they go
 * through `get`, `all` and `run`, whose SQL is literal, so that every statement is prepared once.
 */
export class Store {
  readonly #db: DatabaseSync;
  readonly #lock: DataLock | null;
  readonly #readOnly: boolean;
  readonly #statements = new Map<string, StatementSync>();
  /**
   * How many writes of this connection wait for the lock at this moment (one number of 32 bits). A connection in
   * another thread that writes much looks at it before every slice and lets them go first: SQLite itself has no queue.
   */
  readonly claims = new SharedArrayBuffer(4);
  readonly #claims = new Int32Array(this.claims);
  #depth = 0;
  #open = true;

  constructor(db: DatabaseSync, lock: DataLock | null, readOnly: boolean) {
    this.#db = db;
    this.#lock = lock;
    this.#readOnly = readOnly;
  }

  /** Whether it was opened for reading alone. */
  get readOnly(): boolean {
    return this.#readOnly;
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(sql).get(...values) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#statement(sql).all(...values) as Row[];
  }

  /** `changes` counts the rows changed; `id` is that of the row inserted last. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number } {
    const statement = this.#statement(sql);
    const write = () => statement.run(...values);
    const { changes, lastInsertRowid } = this.#depth === 0 ? this.#claimed(write) : write();
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /**
   * Runs `work`, which must not be async, and commits what it wrote; when it throws, nothing of it stays.
   * Inside another transaction it is a part of that one: it can fail alone and commits with the outer one.
   */
  transaction<T>(work: () => T): T {
    const [begin, commit, rollback] = this.#depth === 0 ? OUTER : INNER;
    this.#claimed(() => this.#db.exec(begin));
    this.#depth++;
    try {
      const result = work();
      this.#db.exec(commit);
      return result;
    } catch (error) {
      this.#rollBack(rollback);
      throw error;
    } finally {
      this.#depth--;
    }
  }

  /** Leaves one tidy file behind, releases the data folder. May be called twice. */
  close(): void {
    if (!this.#open) return;
    this.#open = false;
    if (!this.#readOnly) {
      // A reader that takes its time must not hold up the server's stop: the log file may stay.
      this.#db.exec(
        "PRAGMA busy_timeout = 500; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)",
      );
    }
    this.#statements.clear();
    this.#db.close();
    this.#lock?.release();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #claimed<T>(write: () => T): T {
    Atomics.add(this.#claims, 0, 1);
    try {
      return write();
    } finally {
      Atomics.sub(this.#claims, 0, 1);
    }
  }

  #rollBack(sql: string): void {
    try {
      this.#db.exec(sql);
    } catch (error) {
      // After a full disk or a failed write SQLite has rolled back by itself; the first error is what counts.
      log.debug("There was nothing left to roll back: {error}", { error });
    }
  }
}

const OUTER = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"] as const;
const INNER = ["SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner; RELEASE inner"] as const;
