import type { GateLimits } from "./limits.ts";
import { TokenBucket } from "./token_bucket.ts";

/** What one address has left of its requests and bytes. Moments are in ms, of a clock that only goes forward. */
export class Account {
  /** Of which nothing comes. */
  readonly bytes: TokenBucket;
  /** The rest of bodies that were answered before they were there. */
  readonly unwanted: TokenBucket;
  readonly #asStranger: TokenBucket;
  readonly #asOffice: TokenBucket;
  #signedInAt: number | null = null;
  #refused = 0;
  #toldAt: number | null = null;

  constructor(readonly address: string, private readonly limits: GateLimits, now: number) {
    this.bytes = new TokenBucket(limits.addressBytes, now);
    this.unwanted = new TokenBucket(limits.unwantedBytes, now);
    this.#asStranger = new TokenBucket(limits.strangerRequests, now);
    this.#asOffice = new TokenBucket(limits.officeRequests, now);
  }

  /** Somebody who is signed in asked from there: it is an office, perhaps all of one. */
  signedIn(now: number): void {
    this.#signedInAt = now;
  }

  /** Whether one more request, or connection, may be taken; if so, it is counted. */
  takeRequest(now: number): boolean {
    const taken = (this.#isOffice(now) ? this.#asOffice : this.#asStranger).take(now);
    if (!taken) this.#refused += 1;
    return taken;
  }

  /** Whether nothing would be different if it were forgotten. */
  isAtRest(now: number): boolean {
    return this.#asStranger.isFull(now) && this.#asOffice.isFull(now) && this.bytes.isFull(now) &&
      this.unwanted.isFull(now) &&
      !this.#isOffice(now) && this.#refused === 0;
  }

  /** How many were refused since this was told last; 0 where that is less than a minute ago. */
  refusedToTell(now: number): number {
    if (this.#refused === 0 || (this.#toldAt !== null && now - this.#toldAt < 60_000)) return 0;
    const count = this.#refused;
    [this.#refused, this.#toldAt] = [0, now];
    return count;
  }

  /** For refusals of another kind: too many connections at a time. */
  refuse(): void {
    this.#refused += 1;
  }

  #isOffice(now: number): boolean {
    return this.#signedInAt !== null && now - this.#signedInAt < this.limits.officeMs;
  }
}
