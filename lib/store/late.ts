import { getLogger } from "@logtape/logtape";
import { DatabaseRefused } from "./refused.ts";

const log = getLogger(["belltower", "store"]);

/** More than an office does in a morning; a few hundred bytes each. */
const MOST_WAITING = 2000;

/** Something that is noted beside what was asked for, and may be on the disk a little later. */
export interface LateNote {
  /** For the log, which has it where the disk never does: who and what, by their IDs and without customers' data. */
  readonly what: string;
  /** A newer note of the same key takes its place. */
  readonly key?: string;
  readonly write: () => void;
}

/**
 * What would be noted while the database cannot be written waits here, in order: that a browser was seen, that a
 * file left the house. So a page that is only read does not fail, and does not wait.
 */
export class LateNotes {
  readonly #waiting = new Map<string | symbol, LateNote>();

  /**
   * `isFree` says, without waiting, whether a write could begin that is committed by itself: one inside of a transaction
   * would be undone with it, and never come again.
   */
  constructor(private readonly isFree: () => boolean, private readonly most = MOST_WAITING) {}

  get size(): number {
    return this.#waiting.size;
  }

  /**
   * Writes it now, or as soon as the disk is back, or the transaction over that is open. Throws nothing that a disk can
   * do.
   */
  note(note: LateNote): void {
    const key = note.key ?? Symbol();
    this.#waiting.delete(key);
    this.#waiting.set(key, note);
    this.write();
    const [oldest] = this.#waiting;
    if (this.#waiting.size > this.most && oldest !== undefined) this.#give(...oldest);
  }

  /** Writes what waits, in order, as far as the disk takes it. */
  write(): void {
    for (const [key, { what, write }] of this.#waiting) {
      if (!this.isFree()) return;
      try {
        write();
      } catch (error) {
        if (error instanceof DatabaseRefused) return;
        // Not to be tried again, as where the database's files are gone.
        log.error("Could not be stored, and stands here alone: {what} ({error})", { what, error });
      }
      this.#waiting.delete(key);
    }
  }

  /** The last chance: what the disk does not take now is in the log alone. */
  close(): void {
    this.write();
    for (const one of this.#waiting) this.#give(...one);
  }

  #give(key: string | symbol, { what }: LateNote): void {
    this.#waiting.delete(key);
    log.warn("Could not be stored, and stands here alone: {what}", { what });
  }
}
