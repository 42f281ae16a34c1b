import { getLogger } from "@logtape/logtape";
import { type Fault, FAULT_PARTS, type FaultPart } from "../domain/fault.ts";
import type { Store } from "../store/database.ts";
import { StoreGone } from "../store/errors.ts";
import { proveWritable } from "../store/health.ts";
import { refusalOf } from "../store/refused.ts";
import type { HealthSource } from "../web/deps.ts";

const log = getLogger(["belltower", "server"]);

const EVERY_MS = 2000;
/** A write that finds the database in another's hands is tried so often, and for so long, before it counts as failed. */
const HELD = { everyMs: 250, forMs: 2000 };
/** A thread that was ended while the disk stood still gives the lock back when that goes on. */
const LEFT_WRITING_MS = 30_000;

const LEFT_WRITING = new StoreGone(
  "a line's thread was ended in the midst of a write and holds the database for good: nothing can be stored",
);

/**
 * Finds out every 2 s whether what people write would be stored, by writing. What is wrong is told to the log once, and
 * that it is over; `changed` tells it to the browsers.
 */
export class Health implements HealthSource {
  readonly #faults = new Map<FaultPart, string>();
  readonly #gone = Promise.withResolvers<StoreGone>();
  #checkedAt = -Infinity;
  #heldSince: number | null = null;
  #leftWritingSince: number | null = null;

  /** `clock` in ms, from any beginning. */
  constructor(
    private readonly store: Store,
    private readonly changed: () => void,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** Resolves when nothing can be stored by this process: the database's files are not in their place, or locked for good. */
  get gone(): Promise<StoreGone> {
    return this.#gone.promise;
  }

  /**
   * A thread of this server was ended in the midst of a write. Where it hung, its transaction stays open, and nobody
   * can write before this program ends.
   */
  leftWriting(): void {
    this.#leftWritingSince ??= this.clock();
  }

  /** `detail` says what is wrong with `part` now; null that nothing is. */
  #report(part: FaultPart, detail: string | null): void {
    const known = this.#faults.get(part) ?? null;
    if (detail === known) return;
    if (detail === null) this.#faults.delete(part);
    else this.#faults.set(part, detail);
    if (detail === null) log.info("{part}: the fault is over ({known})", { part, known });
    else log.error("{part}: {detail}", { part, detail });
    this.changed();
  }

  /** What is wrong now, the worst first; what was found out is never older than two rounds. */
  faults(): readonly Fault[] {
    if (this.store.gone !== null) this.#lose(this.store.gone);
    else if (this.clock() - this.#checkedAt > 2 * EVERY_MS) this.check();
    return FAULT_PARTS.flatMap((part) => {
      const detail = this.#faults.get(part);
      return detail === undefined ? [] : [{ part, detail }];
    });
  }

  /** Writes and commits; returns in how many ms it is to be done again. */
  check(): number {
    const now = this.clock();
    this.#checkedAt = now;
    try {
      proveWritable(this.store, Date.now());
      this.#heldSince = this.#leftWritingSince = null;
      this.#report("database", null);
    } catch (error) {
      if (error instanceof StoreGone) this.#lose(error);
      else if (refusalOf(error) === "held" && this.#isLeftWriting(now)) this.#lose(LEFT_WRITING);
      else if (refusalOf(error) === "held" && this.#mayPass(now)) return HELD.everyMs;
      else this.#report("database", `does not take writes (${messageOf(error)})`);
    }
    return EVERY_MS;
  }

  /** Another program that looks something up lets go within a moment, and nobody need hear of it. */
  #mayPass(now: number): boolean {
    this.#heldSince ??= now;
    return !this.#faults.has("database") && now - this.#heldSince < HELD.forMs;
  }

  #isLeftWriting(now: number): boolean {
    return this.#leftWritingSince !== null && now - this.#leftWritingSince > LEFT_WRITING_MS;
  }

  #lose(error: StoreGone): void {
    this.#report("gone", error.message);
    this.#gone.resolve(error);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
