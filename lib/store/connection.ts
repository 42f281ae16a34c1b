import type { DatabaseSync, StatementSync } from "node:sqlite";
import { getLogger } from "@logtape/logtape";
import { watchChanges } from "./audit/watch.ts";
import type { FilesInPlace } from "./files_in_place.ts";
import type { HeldLock } from "./held_lock.ts";
import { LateNotes } from "./late.ts";
import { DatabaseRefused, refused } from "./refused.ts";
import { Turn } from "./turn.ts";

const log = getLogger(["belltower", "store"]);

/** The server answers browsers on the thread that waits; our own connections write for milliseconds. */
const SERVER_PATIENCE_MS = 100;
/** A command and the jobs' thread keep nobody waiting. */
const PATIENCE_MS = 30_000;

const OUTER = ["BEGIN IMMEDIATE", "COMMIT", "ROLLBACK"] as const;
const INNER = ["SAVEPOINT inner", "RELEASE inner", "ROLLBACK TO inner; RELEASE inner"] as const;

/** Kept from the garbage collector, which would close them: see `Connection.close`. */
const LEFT_OPEN: DatabaseSync[] = [];

export interface ConnectionOptions {
  readonly db: DatabaseSync;
  readonly readOnly: boolean;
  /** The server's, on its data folder; let go of at the end. */
  readonly lock?: HeldLock | null;
  /** Of a server that has more than one connection (`Turn.claims`); null where it has one, or there is none. */
  readonly claims?: SharedArrayBuffer | null;
  /** What this one claims itself, where its thread may be ended from outside (`withdrawClaim`). */
  readonly claim?: SharedArrayBuffer | null;
  /** Tells another thread whether a transaction is open (`StoreOptions.writing`). */
  readonly writing?: SharedArrayBuffer | null;
  /** Null where there is no file, or nothing is written to it. */
  readonly place?: FilesInPlace | null;
}

/**
 * One open database, which the `Store`s of all who act share. It knows when it may write, what the disk refused, and
 * how many transactions are open, one inside the other.
 */
export class Connection {
  readonly readOnly: boolean;
  readonly turn: Turn;
  readonly late = new LateNotes(() => !this.inTransaction && this.isFree());
  readonly place: FilesInPlace | null;
  /** Hears of each commit, once it is on the disk in its place; does not throw. */
  onCommit: () => void = () => undefined;
  readonly #db: DatabaseSync;
  readonly #lock: HeldLock | null;
  /** Whether another one of the same server tidies up. */
  readonly #isSecond: boolean;
  readonly #statements = new Map<string, StatementSync>();
  /** Why the transaction that is open will not be committed, whatever is still done in it. */
  #doomed: DatabaseRefused | null = null;
  #depth = 0;
  #undone = 0;
  #watched = false;
  #open = true;

  constructor(options: ConnectionOptions) {
    const { db, readOnly, lock = null, place = null } = options;
    const { claims = null, claim = null, writing = null } = options;
    this.#db = db;
    this.#lock = lock;
    this.readOnly = readOnly;
    this.place = place;
    const isServers = lock !== null || claims !== null;
    this.turn = new Turn(isServers ? SERVER_PATIENCE_MS : PATIENCE_MS, claims, claim, writing);
    this.#isSecond = claims !== null;
    // One connection of the server looks after the log, so that no commit of another has to wait for that.
    if (this.#isSecond) db.exec("PRAGMA wal_autocheckpoint = 0");
    // The turn waits; SQLite would wait again each time.
    db.exec("PRAGMA busy_timeout = 0");
  }

  get inTransaction(): boolean {
    return this.#depth > 0;
  }

  /** How often something was rolled back: what was read or counted before may never have come about. */
  get undone(): number {
    return this.#undone;
  }

  /** The size of the database in bytes, as the open transaction has it. */
  bytes(): number {
    const row = this.statement(
      "SELECT page_count * page_size AS bytes FROM pragma_page_count, pragma_page_size",
    ).get();
    return Number(row?.["bytes"]);
  }

  statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  /** Whether a write could begin at this moment, without waiting. */
  isFree(): boolean {
    return this.inTransaction || this.turn.isFree(() => {
      this.statement("BEGIN IMMEDIATE").run();
      this.statement("ROLLBACK").run();
    });
  }

  /**
   * What `ask` says. SQLite rolls a whole transaction back when the disk refuses a part of it: what came behind
   * would be stored without what came before. So from then on the transaction refuses everything.
   */
  asked<T>(ask: () => T): T {
    if (this.#doomed !== null && this.inTransaction) throw this.#doomed;
    try {
      return ask();
    } catch (error) {
      const why = refused(error);
      if (!(why instanceof DatabaseRefused)) throw error;
      if (this.inTransaction) this.#doomed = why;
      // A reader has to wait only while another process repairs the log; a writer has waited already.
      else if (why.why === "held" && why !== error) return this.turn.again(error, ask);
      throw why;
    }
  }

  /** What `write` says, one statement; outside of a transaction it is one by itself, and waits for its turn. */
  written<T>(write: () => T): T {
    if (this.inTransaction) return this.asked(write);
    const result = this.asked(() => this.turn.take(write));
    this.#settled();
    return result;
  }

  /**
   * Runs `work` and commits what it wrote; when it throws, nothing of it stays. Inside another transaction it is a part
   * of that one. Throws a StoreGone where what was committed went into a file that is gone.
   */
  transaction<T>(work: () => T): T {
    const result = this.#committed(work);
    if (!this.inTransaction) this.#settled();
    return result;
  }

  /** Runs `work`, which reads, on one state of the database. */
  snapshot<T>(work: () => T): T {
    if (this.inTransaction) return work();
    this.asked(() => this.statement("BEGIN").run());
    this.#doomed = null;
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
      this.#rollBack("ROLLBACK");
    }
  }

  /** From now on changes are seen, so that they can be noted. Only connections on which somebody acts pay for it. */
  watch(): void {
    if (this.#watched) return;
    try {
      watchChanges(this.#db);
    } catch (cause) {
      // It builds on the schema alone; `exec` does not say the code of what went wrong.
      throw new DatabaseRefused("failed", cause);
    }
    this.#watched = true;
  }

  /**
   * Leaves one tidy file behind, releases the data folder. May be called twice. Where the files are gone, the
   * connection stays open until the process ends: closing it would delete, by its name, the log of whatever database
   * lies there now.
   */
  close(): void {
    if (!this.#open) return;
    this.late.close();
    this.#open = false;
    if (!this.#isInPlace()) {
      LEFT_OPEN.push(this.#db);
      this.#lock?.release();
      return;
    }
    if (!this.readOnly && !this.#isSecond) this.#tidy();
    this.#db.close();
    this.#lock?.release();
  }

  /** After the commit: a look before it would not see what happens in between. */
  #settled(): void {
    this.place?.confirm();
    this.onCommit();
  }

  #committed<T>(work: () => T): T {
    const outer = !this.inTransaction;
    const [begin, commit, rollback] = outer ? OUTER : INNER;
    const open = () => this.statement(begin).run();
    this.asked(() => outer ? this.turn.take(open) : open());
    if (outer) {
      this.#doomed = null;
      this.turn.hold();
    }
    this.#depth++;
    try {
      const result = work();
      this.asked(() => this.statement(commit).run());
      return result;
    } catch (error) {
      this.#rollBack(rollback);
      throw error;
    } finally {
      this.#depth--;
      if (outer) this.turn.letGo();
    }
  }

  #rollBack(sql: string): void {
    this.#undone++;
    try {
      this.#db.exec(sql);
    } catch (error) {
      // After a full disk or a failed write SQLite has rolled back by itself; the first error is what counts.
      log.debug("There was nothing left to roll back: {error}", { error });
    }
  }

  /** A reader that takes its time, or a disk that refuses, must not hold up the stop: the log file may stay. */
  #tidy(): void {
    try {
      this.#db.exec("PRAGMA busy_timeout = 500; PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (error) {
      log.warn("The database is closed as it is, with its log: {error}", { error });
    }
  }

  #isInPlace(): boolean {
    try {
      this.place?.confirm();
      return true;
    } catch (error) {
      log.warn("The database is left as it is: {error}", { error });
      return false;
    }
  }
}
