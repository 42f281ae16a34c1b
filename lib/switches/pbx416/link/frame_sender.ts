import type { Dialect } from "../dialect/dialect.ts";

/** What became of a frame; `overflow`: too many waited already. */
export type SendResult = "accepted" | "refused" | "no_answer" | "line_down" | "overflow";

export type SenderAction =
  | { readonly type: "write"; readonly bytes: Uint8Array }
  | { readonly type: "sent"; readonly id: number; readonly result: SendResult };

export interface FrameSenderOptions {
  /** How many frames may wait for their turn. */
  readonly mostWaiting: number;
  /** After so long a frame is given up, sent or not. */
  readonly patienceMs: number;
}

interface Outgoing {
  readonly id: number;
  readonly bytes: Uint8Array;
  readonly endsAt: number;
  attempts: number;
  /** When it is sent, or sent again, or given up for having been sent often enough. */
  due: number;
  refused: boolean;
}

/**
 * The sending half of a link, for either end: one frame in flight, sent again on NAK and on timeout. An
 * answer does not say which copy it is for, so after a repetition late answers are let pass before the next
 * frame goes out. Pure; times are ms on a clock that does not jump.
 */
export class FrameSender {
  readonly #timings: Dialect["timings"];
  readonly #options: FrameSenderOptions;
  readonly #queue: Outgoing[] = [];
  #quietUntil = -Infinity;

  constructor({ timings }: Dialect, options: FrameSenderOptions) {
    this.#timings = timings;
    this.#options = options;
  }

  /** Whether nothing waits or is in flight. */
  get isEmpty(): boolean {
    return this.#queue.length === 0;
  }

  /** Takes a frame on; `advance` sends it, and a `sent` with this `id` follows, always. */
  send(id: number, bytes: Uint8Array, at: number): SenderAction[] {
    if (this.#queue.length > this.#options.mostWaiting) {
      return [{ type: "sent", id, result: "overflow" }];
    }
    const endsAt = at + this.#options.patienceMs;
    this.#queue.push({ id, bytes, endsAt, attempts: 0, due: at, refused: false });
    return [];
  }

  /** The other end answered. An answer while nothing is in flight is a late one. */
  answered(control: "ack" | "nak", at: number): SenderAction[] {
    const [first] = this.#queue;
    if (first === undefined || first.attempts === 0) {
      if (at < this.#quietUntil) this.#quietUntil = at + this.#timings.quietMs;
      return [];
    }
    if (control === "ack") return [this.#end(first, "accepted", at)];
    first.refused = true;
    first.due = at;
    return [];
  }

  /** Does what is due at `at`. Nothing is sent before `freeAt`: until then the other end sends, or waits for us. */
  advance(at: number, freeAt: number): SenderAction[] {
    const actions: SenderAction[] = [];
    const over = (frame: Outgoing) =>
      at >= frame.endsAt || (this.#isSpent(frame) && at >= frame.due);
    for (const frame of this.#queue.filter(over)) {
      actions.push(this.#end(frame, frame.refused ? "refused" : "no_answer", at));
    }
    const [first] = this.#queue;
    if (first !== undefined && at >= Math.max(freeAt, this.#actsAt(first))) {
      first.attempts++;
      first.due = at + this.#timings.ackTimeoutMs;
      first.refused = false;
      actions.push({ type: "write", bytes: first.bytes });
    }
    return actions;
  }

  /** When `advance` has something to do, unless something else happens before; null for never. */
  nextDeadline(freeAt: number): number | null {
    const [first] = this.#queue;
    if (first === undefined) return null;
    const actsAt = this.#actsAt(first);
    // The frame that came first ends first, as all have the same time.
    return Math.min(first.endsAt, this.#isSpent(first) ? actsAt : Math.max(freeAt, actsAt));
  }

  /** The line went down, and every frame with it. */
  lost(): SenderAction[] {
    return this.#queue.splice(0).map(({ id }) => ({ type: "sent", id, result: "line_down" }));
  }

  #isSpent({ attempts }: Outgoing): boolean {
    return attempts >= this.#timings.maxAttempts;
  }

  #actsAt({ attempts, due }: Outgoing): number {
    return attempts === 0 ? Math.max(due, this.#quietUntil) : due;
  }

  #end(frame: Outgoing, result: SendResult, at: number): SenderAction {
    this.#queue.splice(this.#queue.indexOf(frame), 1);
    if (frame.attempts > 1) this.#quietUntil = at + this.#timings.quietMs;
    return { type: "sent", id: frame.id, result };
  }
}
