import { getLogger } from "@logtape/logtape";
import { refusalOf, refused } from "./refused.ts";

const log = getLogger(["belltower", "store"]);

const LONGEST_NAP_MS = 10;
/** As long as a commit of another thread of this server may take on a slow disk. */
const OWN_PATIENCE_MS = 1000;
const PILLOW = new Int32Array(new SharedArrayBuffer(4));

/**
 * When one connection may write. SQLite has one writer and no queue: who finds the lock taken asks again. Our own
 * connections have it for milliseconds, so it is waited for, and this thread with it; another program (somebody's
 * sqlite3) may have it for minutes, so that once the patience has run out nobody waits any more until it is free.
 */
export class Turn {
  /**
   * Two numbers of 32 bits. How many writes of the server wait for the lock at this moment: a connection in another
   * thread that writes much looks at it before every slice and lets them go first. And how many of its connections have
   * the lock, or try to take it: for one of our own, which has it for a commit, more patience is in place.
   */
  readonly claims: SharedArrayBuffer;
  readonly #claims: Int32Array;
  /** One number of 32 bits: 1 while this connection is among those who wait. */
  readonly #claim: SharedArrayBuffer;
  readonly #writing: SharedArrayBuffer;
  #heldSince: number | null = null;

  /**
   * `claims` are those of another connection of the same server; null makes new ones. By `claim` whoever ends the thread
   * of this one from outside takes back what it claimed at that moment (`withdrawClaim`), by `writing` that it has the lock
   * (`letGo`).
   */
  constructor(
    private readonly patienceMs: number,
    claims: SharedArrayBuffer | null = null,
    claim: SharedArrayBuffer | null = null,
    writing: SharedArrayBuffer | null = null,
  ) {
    this.claims = claims ?? new SharedArrayBuffer(8);
    this.#claims = new Int32Array(this.claims);
    this.#claim = claim ?? new SharedArrayBuffer(4);
    this.#writing = writing ?? new SharedArrayBuffer(4);
  }

  /** Does what needs the lock, when it is free. Throws DatabaseRefused `held` where it does not become so. */
  take<T>(write: () => T): T {
    Atomics.store(new Int32Array(this.#claim), 0, 1);
    Atomics.add(this.#claims, 0, 1);
    try {
      const result = this.#attempt(write);
      if (this.#heldSince !== null) this.#freed();
      return result;
    } catch (error) {
      return this.again(error, () => this.#attempt(write));
    } finally {
      withdrawClaim(this.claims, this.#claim);
    }
  }

  /** Does `work`, which failed with `first`, again while that is for a lock; throws what else it is. */
  again<T>(first: unknown, work: () => T): T {
    const start = performance.now();
    for (let [error, nap] = [first, 1];; nap = Math.min(nap * 2, LONGEST_NAP_MS)) {
      if (refusalOf(error) !== "held") throw refused(error);
      const own = Atomics.load(this.#claims, 1) > 0;
      const patienceMs = own ? Math.max(this.patienceMs, OWN_PATIENCE_MS) : this.patienceMs;
      if (this.#heldSince !== null || performance.now() - start > patienceMs) {
        this.#held();
        throw refused(error);
      }
      Atomics.wait(PILLOW, 0, 0, nap);
      try {
        return work();
      } catch (next) {
        error = next;
      }
    }
  }

  /** From now on this connection has the lock, until `letGo`. */
  hold(): void {
    Atomics.store(new Int32Array(this.#writing), 0, 1);
    Atomics.add(this.#claims, 1, 1);
  }

  letGo(): void {
    letGo(this.claims, this.#writing);
  }

  #attempt<T>(write: () => T): T {
    this.hold();
    try {
      return write();
    } finally {
      this.letGo();
    }
  }

  /** Whether `attempt`, which takes the lock and gives it back, succeeds at once. */
  isFree(attempt: () => void): boolean {
    try {
      attempt();
    } catch (error) {
      if (refusalOf(error) === "held") return false;
      return true; // whoever writes meets it and says so
    }
    if (this.#heldSince !== null) this.#freed();
    return true;
  }

  #held(): void {
    if (this.#heldSince !== null) return;
    this.#heldSince = performance.now();
    log.warn(
      "The database is held by another program, or by a long job on a slow disk: nothing is stored until it lets go",
    );
  }

  #freed(): void {
    const seconds = Math.round((performance.now() - this.#heldSince!) / 1000);
    this.#heldSince = null;
    log.info("The database can be written again; it was held for {seconds} s", { seconds });
  }
}

/**
 * One who waited waits no more. Also for a thread that was ended in the middle of it, which never comes to say so: jobs
 * would let it go first for ever.
 */
export function withdrawClaim(claims: SharedArrayBuffer, claim: SharedArrayBuffer): void {
  if (Atomics.exchange(new Int32Array(claim), 0, 0) === 1) {
    Atomics.sub(new Int32Array(claims), 0, 1);
  }
}

/** One who had the lock, or tried to take it, does so no more; for a thread that was ended, too. */
export function letGo(claims: SharedArrayBuffer, writing: SharedArrayBuffer): void {
  if (Atomics.exchange(new Int32Array(writing), 0, 0) === 1) {
    Atomics.sub(new Int32Array(claims), 1, 1);
  }
}
