import type { SQLInputValue } from "node:sqlite";
import type { Actor } from "../domain/audit.ts";
import { beginNotes, endNotes } from "./audit/noted_changes.ts";
import { finishRestore, isRestoreUnfinished } from "./backup/put_in_place.ts";
import { connect } from "./connect.ts";
import { Connection } from "./connection.ts";
import { prepareDataFolder } from "./data_folder.ts";
import { lockData } from "./data_lock.ts";
import { StoreError, type StoreGone } from "./errors.ts";
import { ExpectedOffice } from "./expected_office.ts";
import { FilesInPlace } from "./files_in_place.ts";
import type { LateNotes } from "./late.ts";
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
   * Of the server's connection, in another of its threads: this one is the server's, too, and those who let its writes go
   * first do so for both.
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

/** In whose name a store writes, and by which clock. */
interface Acting {
  readonly actor: Actor;
  /** ms since the epoch, UTC. */
  readonly now: () => number;
  /** Is told by how many bytes the database has grown by what was committed. */
  readonly grew: (bytes: number) => void;
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
  /** How many entries of the audit were written through this one, and not rolled back. */
  noted = 0;

  constructor(on: Connection, acting: Acting | null = null) {
    this.#on = on;
    this.#acting = acting;
  }

  /** The same database, for somebody whose changes are noted. */
  as(
    actor: Actor,
    now: () => number = Date.now,
    grew: (bytes: number) => void = () => undefined,
  ): Store {
    return new Store(this.#on, { actor, now, grew });
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
    return this.#on.isFree();
  }

  /** The same for all stores of one connection: what is kept in memory of its rows is kept for this. */
  get connection(): object {
    return this.#on;
  }

  /** How often something was rolled back on the connection: what was kept in memory before may never have come about. */
  get undone(): number {
    return this.#on.undone;
  }

  /** Has `hear` called behind each commit of the connection, with the disk's word and outside of every transaction. */
  onCommit(hear: () => void): void {
    this.#on.onCommit = hear;
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
    return this.#on.asked(() => this.#on.statement(sql).get(...values) as Row | undefined);
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    if (this.#isWriteAlone(sql)) return this.transaction(() => this.all(sql, ...values));
    return this.#on.asked(() => this.#on.statement(sql).all(...values) as Row[]);
  }

  /** `changes` counts the rows changed; `id` is that of the row inserted last. */
  run(sql: string, ...values: SQLInputValue[]): { changes: number; id: number } {
    if (this.#isNoted(sql)) return this.transaction(() => this.run(sql, ...values));
    const { changes, lastInsertRowid } = this.#on.written(() =>
      this.#on.statement(sql).run(...values)
    );
    return { changes: Number(changes), id: Number(lastInsertRowid) };
  }

  /**
   * Runs `work`, which must not be async, and commits what it wrote; when it throws, nothing of it stays.
   * Inside another transaction it is a part of that one: it can fail alone and commits with the outer one, which
   * also says in whose name. Throws a StoreGone where what was committed went into a file that is gone.
   */
  transaction<T>(work: () => T): T {
    if (this.gone !== null) throw this.gone;
    const { noted } = this;
    try {
      return this.#transaction(work);
    } catch (error) {
      this.noted = noted;
      throw error;
    }
  }

  /** Runs `work`, which reads and must not be async, on one state of the database. It waits for nobody who writes. */
  snapshot<T>(work: () => T): T {
    return this.#on.snapshot(work);
  }

  /**
   * Leaves one tidy file behind, releases the data folder. May be called twice. Where the files are gone, they are left
   * as they are.
   */
  close(): void {
    this.#on.close();
  }

  /** Whether it is a write by itself that somebody answers for: its entry is written with it or not at all. */
  #isNoted(sql: string): boolean {
    return this.#acting !== null && this.#isWriteAlone(sql);
  }

  #isWriteAlone(sql: string): boolean {
    return !this.#on.inTransaction && !/^\s*(SELECT|WITH|PRAGMA)\b/.test(sql);
  }

  #transaction<T>(work: () => T): T {
    const acting = this.#acting;
    if (acting === null || this.#on.inTransaction) return this.#on.transaction(work);
    this.#on.watch();
    let grown = 0;
    const result = this.#on.transaction(() => {
      // Nobody else writes meanwhile.
      const before = this.#on.bytes();
      const done = this.#noting(work, acting);
      grown = this.#on.bytes() - before;
      return done;
    });
    if (grown > 0) acting.grew(grown);
    return result;
  }

  #noting<T>(work: () => T, { actor, now }: Acting): T {
    beginNotes(this);
    const result = work();
    this.noted += endNotes(this, actor, now());
    return result;
  }
}
