import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import type { Actor } from "../domain/audit.ts";
import { watchChanges } from "./audit/watch.ts";
import { beginNotes, endNotes } from "./audit/write_audit.ts";
import { movePassphrase } from "./backup/move_passphrase.ts";
import { finishRestore } from "./backup/put_in_place.ts";
import { connect } from "./connect.ts";
import { prepareDataFolder } from "./data_folder.ts";
import { type DataLock, lockData } from "./data_lock.ts";
import { StoreError, type StoreGone } from "./errors.ts";
import { ExpectedOffice } from "./expected_office.ts";
import { FilesInPlace } from "./files_in_place.ts";
import { LateNotes } from "./late.ts";
import { latestVersion, migrate, type UpdateStep, versionOf } from "./migrate.ts";
import { officeIn } from "./office_marker.ts";
import { DatabaseRefused, refused } from "./refused.ts";
import { tidyDataFolder } from "./tidy_data_folder.ts";
import { Turn } from "./turn.ts";
import { copyBeforeUpdate } from "./upgrade_copy.ts";

const log = getLogger(["belltower", "store"]);

export interface StoreOptions {
  /** Nothing is written, nothing is created: for exports beside a running server. */
  readonly readOnly?: boolean;
  /** The server's way: no second server can open the same data folder. */
  readonly exclusive?: boolean;
  /** Whatever is in the folder, or nothing, is the office from now on: somebody said so. */
  readonly newOffice?: boolean;
  /** Hears what an update of an older database is at. */
  readonly onUpdate?: (step: UpdateStep) => void;
}

/**
 * Opens the database `belltower.sqlite` in the data folder `directory` (made when it is not there), or a
 * passing one for `":memory:"`, and brings it to the latest version, with a copy of what was there before.
 * Throws a `StoreError` when the folder is in use (`exclusive`), read-only, full or another machine's, when the file is another program's or a
 * newer Belltower's, when another office was in that folder before (unless `newOffice`), and with `readOnly` when
 * there is no file or it is an older Belltower's.
 */
export function openStore(directory: string, options: StoreOptions = {}): Store {
  if (directory === ":memory:") return openMemory();
  const file = `${directory}/belltower.sqlite`;
  if (options.readOnly) return openReadOnly(file);
  const office = new ExpectedOffice(directory, options.newOffice ?? false);
  office.refuseEmpty(file);
  prepareDataFolder(directory);
  // A file that must be migrated is nobody else's meanwhile: an older server would meet tables unknown to it.
  const lock = options.exclusive || !isUpToDate(file) ? lockData(directory) : null;
  try {
    if (lock !== null) finishRestore(directory);
    if (options.exclusive) tidyDataFolder(directory);
    const onUpdate = lock === null ? null : options.onUpdate ?? ignore;
    const db = openOffice(file, directory, office, onUpdate);
    if (options.exclusive) office.remember(db);
    else lock?.release();
    const place = new FilesInPlace(file);
    return new Store(connection(db, options.exclusive ? lock : null, false, place));
  } catch (error) {
    lock?.release();
    throw error;
  }
}

const ignore = () => undefined;

/**
 * The open database of the office that is expected there; of the latest version where it may be updated, which
 * `onUpdate` hears of, null where it may not.
 */
function openOffice(
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
      update(db, copy, isMade ? ignore : onUpdate);
      movePassphrase(db, directory, Date.now());
    }
    office.adopt(db, before, isMade);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function openMemory(): Store {
  const db = connect(":memory:", false);
  migrate(db);
  return new Store(connection(db, null, false));
}

function openReadOnly(file: string): Store {
  if (!isFile(file)) throw new StoreError(`there is no database ${file}`);
  const db = connect(file, true);
  if (versionOf(db) < latestVersion()) {
    db.close();
    throw new StoreError(`${file} is an older Belltower's: start the server once to update it`);
  }
  return new Store(connection(db, null, true));
}

function update(
  db: DatabaseSync,
  copy: string | null,
  onUpdate: (step: UpdateStep) => void,
): void {
  if (copy !== null) {
    log.info("The database goes from version {version} to {latest}; as it was, it is in {copy}", {
      version: versionOf(db),
      latest: latestVersion(),
      copy,
    });
  }
  migrate(db, latestVersion(), onUpdate);
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

/** Kept from the garbage collector, which would close them: see `Store.close`. */
const LEFT_OPEN: DatabaseSync[] = [];

/** The server answers browsers on the thread that waits; our own connections write for milliseconds. */
const SERVER_PATIENCE_MS = 100;
/** A command and the jobs' thread keep nobody waiting. */
const PATIENCE_MS = 30_000;

/** What every `Store` on one open database has in common. */
interface Connection {
  readonly db: DatabaseSync;
  readonly lock: DataLock | null;
  readonly readOnly: boolean;
  readonly statements: Map<string, StatementSync>;
  readonly turn: Turn;
  readonly late: LateNotes;
  /** Null where there is no file, or nothing is written to it. */
  readonly place: FilesInPlace | null;
  /** Why the transaction that is open will not be committed, whatever is still done in it. */
  doomed: DatabaseRefused | null;
  /** How many transactions are open, one inside the other. */
  depth: number;
  /** Whether it notes the changes of those who act. */
  watched: boolean;
  open: boolean;
}

function connection(
  db: DatabaseSync,
  lock: DataLock | null,
  readOnly: boolean,
  place: FilesInPlace | null = null,
): Connection {
  const turn = new Turn(lock === null ? PATIENCE_MS : SERVER_PATIENCE_MS);
  const late = new LateNotes(() => isFree(on));
  // The turn waits; SQLite would wait again each time.
  db.exec("PRAGMA busy_timeout = 0");
  const on: Connection = {
    ...{ db, lock, readOnly, place, statements: new Map(), turn, late },
    ...{ doomed: null, depth: 0, watched: false, open: true },
  };
  return on;
}

/** Whether a write could begin at this moment, without waiting. */
function isFree(on: Connection): boolean {
  return on.depth > 0 || on.turn.isFree(() => {
    prepared(on, "BEGIN IMMEDIATE").run();
    prepared(on, "ROLLBACK").run();
  });
}

function prepared(on: Connection, sql: string): StatementSync {
  let statement = on.statements.get(sql);
  if (statement === undefined) {
    statement = on.db.prepare(sql);
    on.statements.set(sql, statement);
  }
  return statement;
}

/** In whose name a store writes, and by which clock. */
interface Acting {
  readonly actor: Actor;
  /** ms since the epoch, UTC. */
  readonly now: () => number;
}

/**
 * An open database. The questions to it are the functions of the other files of this folder; they go
 * through `get`, `all` and `run`, whose SQL is literal, so that every statement is prepared once.
 *
 * Whoever changes something for somebody writes through `as(actor)`: then every change is in the audit, in the
 * same transaction. What the program does by itself (calls from the wire, indexes) is not.
 */
export class Store {
  readonly #on: Connection;
  readonly #acting: Acting | null;
  /** How many entries of the audit were written through this one. */
  noted = 0;

  constructor(on: Connection, acting: Acting | null = null) {
    this.#on = on;
    this.#acting = acting;
  }

  /** The same database, for somebody whose changes are noted. */
  as(actor: Actor, now: () => number = Date.now): Store {
    return new Store(this.#on, { actor, now });
  }

  /** Whose changes are noted; null for the program's own work. */
  get acting(): Acting | null {
    return this.#acting;
  }

  /** Whether it was opened for reading alone. */
  get readOnly(): boolean {
    return this.#on.readOnly;
  }

  /** How many writes wait (see Turn): for a connection in another thread that lets them go first. */
  get claims(): SharedArrayBuffer {
    return this.#on.turn.claims;
  }

  /** Whether a write could begin at this moment; does not wait. False only where another connection is writing. */
  isFree(): boolean {
    return isFree(this.#on);
  }

  /** For what may be on the disk a little later. */
  get late(): LateNotes {
    return this.#on.late;
  }

  /** That the files of the database are not in their place any more; null while nobody has noticed such a thing. */
  get gone(): StoreGone | null {
    return this.#on.place?.gone ?? null;
  }

  /** Throws a StoreGone where the files of the database are not those that were opened. Nothing is read or written. */
  confirmPlace(): void {
    this.#on.place?.confirm();
  }

  /** The first row, or undefined. */
  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    if (this.#isWriteAlone(sql)) return this.transaction(() => this.get(sql, ...values));
    return this.#asked(() => this.#statement(sql).get(...values) as Row | undefined);
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    if (this.#isWriteAlone(sql)) return this.transaction(() => this.all(sql, ...values));
    return this.#asked(() => this.#statement(sql).all(...values) as Row[]);
  }

  /** `changes` counts the rows changed; `id` is that of the row inserted last. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number } {
    if (this.#isNoted(sql)) return this.transaction(() => this.run(sql, ...values));
    const write = () => this.#statement(sql).run(...values);
    const alone = this.#on.depth === 0;
    const { changes, lastInsertRowid } = this.#asked(() =>
      alone ? this.#on.turn.take(write) : write()
    );
    if (alone) this.confirmPlace();
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /**
   * Runs `work`, which must not be async, and commits what it wrote; when it throws, nothing of it stays.
   * Inside another transaction it is a part of that one: it can fail alone and commits with the outer one, which
   * also says in whose name. Throws a StoreGone where what was committed went into a file that is gone.
   */
  transaction<T>(work: () => T): T {
    if (this.gone !== null) throw this.gone;
    const result = this.#committed(work);
    // After the commit: a look before it would not see what happens in between.
    if (this.#on.depth === 0) this.confirmPlace();
    return result;
  }

  /** Runs `work`, which reads and must not be async, on one state of the database. It waits for nobody who writes. */
  snapshot<T>(work: () => T): T {
    if (this.#on.depth > 0) return work();
    this.#asked(() => this.#statement("BEGIN").run());
    this.#on.doomed = null;
    this.#on.depth++;
    try {
      return work();
    } finally {
      this.#on.depth--;
      this.#rollBack("ROLLBACK");
    }
  }

  #committed<T>(work: () => T): T {
    const outer = this.#on.depth === 0;
    const [begin, commit, rollback] = outer ? OUTER : INNER;
    if (outer && this.#acting !== null) this.#watch();
    const open = () => this.#statement(begin).run();
    this.#asked(() => outer ? this.#on.turn.take(open) : open());
    if (outer) this.#on.doomed = null;
    this.#on.depth++;
    try {
      const result = outer && this.#acting !== null ? this.#noting(work, this.#acting) : work();
      this.#asked(() => this.#statement(commit).run());
      return result;
    } catch (error) {
      this.#rollBack(rollback);
      throw error;
    } finally {
      this.#on.depth--;
    }
  }

  /**
   * Leaves one tidy file behind, releases the data folder. May be called twice. Where the files are gone, the
   * connection stays open until the process ends: closing it would delete, by its name, the log of whatever database
   * lies there now.
   */
  close(): void {
    if (!this.#on.open) return;
    this.#on.late.close();
    this.#on.open = false;
    if (!this.#isInPlace()) {
      LEFT_OPEN.push(this.#on.db);
      this.#on.lock?.release();
      return;
    }
    if (!this.#on.readOnly) this.#tidy();
    this.#on.statements.clear();
    this.#on.db.close();
    this.#on.lock?.release();
  }

  /** A reader that takes its time, or a disk that refuses, must not hold up the stop: the log file may stay. */
  #tidy(): void {
    try {
      this.#on.db.exec(
        "PRAGMA busy_timeout = 500; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE)",
      );
    } catch (error) {
      log.warn("The database is closed as it is, with its log: {error}", { error });
    }
  }

  #isInPlace(): boolean {
    try {
      this.confirmPlace();
      return true;
    } catch (error) {
      log.warn("The database is left as it is: {error}", { error });
      return false;
    }
  }

  /** Whether it is a write by itself that somebody answers for: its entry is written with it or not at all. */
  #isNoted(sql: string): boolean {
    return this.#acting !== null && this.#isWriteAlone(sql);
  }

  #isWriteAlone(sql: string): boolean {
    return this.#on.depth === 0 && !/^\s*(SELECT|WITH|PRAGMA)\b/.test(sql);
  }

  #noting<T>(work: () => T, { actor, now }: Acting): T {
    beginNotes(this);
    const result = work();
    endNotes(this, actor, now());
    return result;
  }

  /** Only connections on which somebody acts pay for it. */
  #watch(): void {
    if (this.#on.watched) return;
    try {
      watchChanges(this.#on.db);
    } catch (cause) {
      // It builds on the schema alone; `exec` does not say the code of what went wrong.
      throw new DatabaseRefused("failed", cause);
    }
    this.#on.watched = true;
  }

  #statement(sql: string): StatementSync {
    return prepared(this.#on, sql);
  }

  /**
   * What `ask` says. SQLite rolls a whole transaction back when the disk refuses a part of it: what came behind
   * would be stored without what came before. So from then on the transaction refuses everything.
   */
  #asked<T>(ask: () => T): T {
    const on = this.#on;
    if (on.doomed !== null && on.depth > 0) throw on.doomed;
    try {
      return ask();
    } catch (error) {
      const why = refused(error);
      if (!(why instanceof DatabaseRefused)) throw error;
      if (on.depth > 0) on.doomed = why;
      // A reader has to wait only while another process repairs the log; a writer has waited already.
      else if (why.why === "held" && why !== error) return on.turn.again(error, ask);
      throw why;
    }
  }

  #rollBack(sql: string): void {
    try {
      this.#on.db.exec(sql);
    } catch (error) {
      // After a full disk or a failed write SQLite has rolled back by itself; the first error is what counts.
      log.debug("There was nothing left to roll back: {error}", { error });
    }
  }
}

const OUTER = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"] as const;
const INNER = ["SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner; RELEASE inner"] as const;
