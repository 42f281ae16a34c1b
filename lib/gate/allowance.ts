import type { Account } from "./account.ts";
import type { GateLimits } from "./limits.ts";
import { TokenBucket } from "./token_bucket.ts";

/** A read costs the program as much as these bytes, however few come. */
const LEAST_READ_BYTES = 256;
/** What a request gives back: its own bytes. */
const REQUEST_BYTES = 2048;
/** Of what is sent to a browser, so much may come back as acknowledgements. */
const ACKNOWLEDGED_SHARE = 1 / 64;
/** Bodies come in frames and TLS records, with heads of their own. */
const BODY_SHARE = 33 / 32;

/**
 * How many bytes a connection may still send. What the gate carries may be encrypted, and is not read; but what comes
 * of it is known: requests, the bytes of bodies that somebody took, answers. These give back what they cost. So it is
 * used up by what nothing comes of: frames without a request, and bodies that nobody reads. Then the connection is
 * read no further until there is more. Moments are in ms, of a clock that only goes forward.
 */
export class Allowance {
  readonly #own: TokenBucket;
  #usedUpAt: number | null = null;
  #waiting: (() => void) | null = null;
  #free = false;
  /** Bytes of a body that nobody wants, and that are carried all the same. */
  #toDrain = 0;

  constructor(private readonly account: Account, limits: GateLimits, now: number) {
    this.#own = new TokenBucket(limits.connectionBytes, now);
  }

  /** So many bytes were carried on; resolves when more may be. */
  spend(bytes: number, now: number): Promise<void> | void {
    const drained = Math.min(this.#toDrain, bytes);
    this.#toDrain -= drained;
    const cost = drained === bytes ? 0 : Math.max(bytes - drained, LEAST_READ_BYTES);
    this.#own.spend(cost, now);
    this.account.bytes.spend(cost, now);
    if (this.#isLeft(now)) return;
    return new Promise((resolve) => this.#waiting = resolve);
  }

  requestBegan(now: number): void {
    this.#earn(REQUEST_BYTES, now);
  }

  bodyTaken(bytes: number, now: number): void {
    this.#earn(bytes * BODY_SHARE, now);
  }

  /**
   * A request over HTTP/1.1 was answered before all of its body came, so many bytes. A browser reads the answer when
   * it has sent the rest.
   */
  answeredEarly(bytes: number, now: number): void {
    const { unwanted } = this.account;
    const granted = Math.max(0, Math.min(bytes, unwanted.level(now)));
    unwanted.spend(granted, now);
    this.#toDrain = granted;
    if (granted > 0) this.#goOn();
  }

  sentBack(bytes: number, now: number): void {
    this.#earn(bytes * ACKNOWLEDGED_SHARE, now);
  }

  /** For how long it has been seen to have nothing left of its own. */
  usedUpMs(now: number): number {
    return this.#usedUpAt === null ? 0 : now - this.#usedUpAt;
  }

  /** Looks whether there is more; called every second. */
  look(now: number): void {
    if (this.#isLeft(now)) this.#goOn();
    // Not when it happens: where the program was busy for long, a request may stand before it unseen.
    else if (this.#own.level(now) <= 0) this.#usedUpAt ??= now;
  }

  /** Nothing is carried on any more, so nothing is held up. */
  end(): void {
    this.#free = true;
    this.#goOn();
  }

  #earn(bytes: number, now: number): void {
    this.#own.give(bytes, now);
    this.account.bytes.give(bytes, now);
    if (this.#waiting !== null && this.#isLeft(now)) this.#goOn();
  }

  #isLeft(now: number): boolean {
    return this.#free || (this.#own.level(now) > 0 && this.account.bytes.level(now) > 0);
  }

  #goOn(): void {
    this.#usedUpAt = null;
    this.#waiting?.();
    this.#waiting = null;
  }
}
