import type { SQLInputValue } from "node:sqlite";
import type { Actor } from "../domain/audit.ts";
import { beginNotes, endNotes } from "./audit/noted_changes.ts";
import type { Connection } from "./connection.ts";
import type { StoreGone } from "./errors.ts";
import type { LateNotes } from "./late.ts";

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

  /** The error that says the files of the database are gone; null while no look has found that. */
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
