import type { Dialect } from "../dialect/dialect.ts";

/** How much later than its timeout a sender may send again: the frame's own time on the line, and its clock. */
const SLACK_MS = 300;

/**
 * The time of an event is when the switch first tried to tell it, not when it got through. A frame that
 * fails says nothing that could be trusted, but that it came is a sign of the one that follows. Times are ms
 * on any clock that does not jump.
 */
export class EventTime {
  readonly #ackTimeoutMs: number;
  /** A sign belongs to what follows it within so long. */
  readonly #reachMs: number;
  readonly #patienceMs: number;
  #first: number | null = null;
  #last = 0;
  /** The event of the newest good frame, and when that frame came last. */
  #told: { readonly at: number; came: number } | null = null;
  #outage: { readonly since: number; readonly openedAt: number } | null = null;

  constructor({ timings: { ackTimeoutMs, maxAttempts } }: Dialect) {
    this.#ackTimeoutMs = ackTimeoutMs;
    this.#reachMs = ackTimeoutMs + SLACK_MS;
    this.#patienceMs = ackTimeoutMs * maxAttempts;
  }

  /**
   * The device was opened at `at`; it was down since `downSince`, null where that is not known. Bytes that
   * were `waiting` are a sign too.
   */
  opened(at: number, downSince: number | null, waiting: boolean): void {
    this.#first = null;
    this.#told = null;
    // What was first tried longer ago has been given up by the switch.
    const earliest = at - this.#patienceMs;
    this.#outage = downSince === null
      ? null
      : { since: Math.max(downSince, earliest), openedAt: at };
    if (waiting) this.failed(at, at);
  }

  /** A try to tell something failed: its first byte came at `from`, its last one by `to`. */
  failed(from: number, to: number): void {
    if (this.#first === null || from - this.#last > this.#reachMs) {
      this.#first = this.#withOutage(from);
    }
    this.#last = to;
  }

  /** A frame whose first byte came at `at` is good: the time of its event. */
  accepted(at: number): number {
    this.failed(at, at);
    const first = this.#first ?? at;
    this.#first = null;
    this.#told = { at: first, came: at };
    return first;
  }

  /**
   * The frame that was accepted last could not be stored, as on a full disk, and the same bytes come again at `at`:
   * the time of their event, which stays. Null where they come later than a repetition would.
   */
  repeated(at: number): number | null {
    const told = this.#told;
    if (told === null || at - Math.max(told.came, this.#last) > this.#reachMs) return null;
    this.#first = null;
    told.came = at;
    return told.at;
  }

  /**
   * What comes right after an outage may have happened at any time in it. The middle is at most half of it
   * wrong. A sign later than the switch's timeout is new: all that it tried in the outage came again before.
   */
  #withOutage(sign: number): number {
    const outage = this.#outage;
    this.#outage = null;
    if (outage === null || sign - outage.openedAt > this.#ackTimeoutMs) return sign;
    return (outage.since + sign) / 2;
  }
}
