import type { GateLimits } from "./limits.ts";

/** Moments are in ms, of a clock that only goes forward. */
type Moment = number;

/**
 * What the gate knows of one connection, without reading what goes through it: when bytes came, and from the server
 * behind the gate when a request began (its headers were whole) and when it was answered.
 */
export class ConnectionTimes {
  #open = 0;
  #asked = false;
  #multiplexed = false;
  /** The first bytes since the last answer, where no request has come of them yet. */
  #bytesAt: Moment | null = null;
  #quietAt: Moment;
  #sendingAt: Moment | null = null;
  #toldOffAt: Moment | null = null;

  constructor(startedAt: Moment) {
    this.#quietAt = startedAt;
  }

  /** Whether it could be closed without taking anything from anybody. */
  get idle(): boolean {
    return this.#open === 0;
  }

  /** How long it has been idle or, in a request, 0. */
  idleMs(now: Moment): number {
    return this.idle ? now - this.#quietAt : 0;
  }

  get requests(): number {
    return this.#open;
  }

  bytesCame(now: Moment): void {
    if (this.idle) this.#bytesAt ??= now;
  }

  /** Where several requests share a connection, bytes between requests say nothing of the next one. */
  requestBegan(multiplexed: boolean): void {
    this.#multiplexed = multiplexed;
    this.#open += 1;
    this.#asked = true;
    this.#bytesAt = null;
  }

  requestEnded(now: Moment): void {
    this.#open -= 1;
    if (this.#open > 0) return;
    this.#quietAt = now;
    this.#bytesAt = null;
  }

  sending(now: Moment): void {
    this.#sendingAt = now;
  }

  sent(): void {
    this.#sendingAt = null;
  }

  /** The server has said its last word. */
  toldOff(now: Moment): void {
    this.#toldOffAt ??= now;
  }

  /** Why the connection has to be closed at this moment; null where it may stay. */
  overdue(now: Moment, limits: GateLimits): string | null {
    const longer = (since: Moment | null, ms: number) => since !== null && now - since > ms;
    if (longer(this.#toldOffAt, limits.lingerMs)) return "told off";
    if (longer(this.#sendingAt, limits.stalledMs)) return "stalled";
    if (!this.idle) return null;
    if (!this.#asked && longer(this.#quietAt, limits.headersMs)) return "no request";
    if (!this.#multiplexed && longer(this.#bytesAt, limits.headersMs)) return "slow headers";
    return longer(this.#quietAt, limits.idleMs) ? "idle" : null;
  }
}
