import type { Dialect } from "../protocol/dialect.ts";
import type { FromLine } from "./messages.ts";

/** More than a whole office dials at once; beyond it somebody's script runs wild. */
const MOST_WAITING = 16;

export type DialResult = Extract<FromLine, { type: "dialled" }>["result"];

export type DialAction =
  | { readonly type: "write"; readonly bytes: Uint8Array }
  | { readonly type: "dialled"; readonly request: number; readonly result: DialResult };

interface Request {
  readonly request: number;
  readonly bytes: Uint8Array;
  /** A person waits for the result: by then there is one. */
  readonly endsAt: number;
  attempts: number;
  /** When it is sent, or sent again. */
  due: number;
  refused: boolean;
}

/**
 * Our own frames to the switch: one in flight, sent again on NAK and on timeout. Like the switch, it lets
 * late answers pass after a repetition, since an answer does not say which copy it is for. Pure; times are
 * ms on a clock that does not jump.
 */
export class DialQueue {
  readonly #timings: Dialect["timings"];
  readonly #requests: Request[] = [];
  #quietUntil = -Infinity;

  constructor({ timings }: Dialect) {
    this.#timings = timings;
  }

  /** Takes on a request; `advance` sends it. */
  ask(request: number, bytes: Uint8Array, at: number): DialAction[] {
    if (this.#requests.length >= MOST_WAITING) {
      return [{ type: "dialled", request, result: "refused" }];
    }
    const endsAt = at + this.#timings.maxAttempts * this.#timings.ackTimeoutMs;
    this.#requests.push({ request, bytes, endsAt, attempts: 0, due: at, refused: false });
    return [];
  }

  /** The switch answered. An answer while nothing is in flight is a late one. */
  answered(control: "ack" | "nak", at: number): DialAction[] {
    const [first] = this.#requests;
    if (first === undefined || first.attempts === 0) {
      if (at < this.#quietUntil) this.#quietUntil = at + this.#timings.quietMs;
      return [];
    }
    if (control === "ack") return [this.#end(first, "accepted", at)];
    if (first.attempts >= this.#timings.maxAttempts) return [this.#end(first, "refused", at)];
    first.refused = true;
    first.due = at;
    return [];
  }

  /** Does what is due at `at`. Nothing is sent before `freeAt`: until then the switch sends, or waits for us. */
  advance(at: number, freeAt: number): DialAction[] {
    const actions: DialAction[] = [];
    for (const request of this.#requests.filter(({ endsAt }) => endsAt <= at)) {
      actions.push(this.#end(request, request.refused ? "refused" : "no_answer", at));
    }
    const [first] = this.#requests;
    if (first !== undefined && at >= Math.max(freeAt, this.#sendAt(first))) {
      first.attempts++;
      first.due = at + this.#timings.ackTimeoutMs;
      actions.push({ type: "write", bytes: first.bytes });
    }
    return actions;
  }

  /** When `advance` has something to do, unless something else happens before; null for never. */
  nextDeadline(freeAt: number): number | null {
    const [first] = this.#requests;
    if (first === undefined) return null;
    // The oldest request ends first, as all have the same time.
    return Math.min(first.endsAt, Math.max(freeAt, this.#sendAt(first)));
  }

  /** The line went down, and every request with it. */
  lost(): DialAction[] {
    const lost = this.#requests.splice(0);
    return lost.map(({ request }) => ({ type: "dialled", request, result: "line_down" }));
  }

  #sendAt({ attempts, due }: Request): number {
    return attempts === 0 ? Math.max(due, this.#quietUntil) : due;
  }

  #end(request: Request, result: DialResult, at: number): DialAction {
    this.#requests.splice(this.#requests.indexOf(request), 1);
    if (request.attempts > 1) this.#quietUntil = at + this.#timings.quietMs;
    return { type: "dialled", request: request.request, result };
  }
}
