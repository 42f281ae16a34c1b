import type { Call, CallCourse } from "../domain/call.ts";
import type { CallEvent } from "../domain/call_event.ts";
import { normalNumber } from "../domain/phone_number.ts";
import {
  callById,
  insertCall,
  liveCallOn,
  liveCallsOfLine,
  matchCall,
  updateCall,
} from "../store/calls.ts";
import { customersByNumber } from "../store/customer_search.ts";
import type { Store } from "../store/database.ts";
import { followMissed } from "../store/missed.ts";
import { insertRawFrame } from "../store/raw_frames.ts";
import { lapse, type LapseLimits } from "./lapse.ts";
import { transition } from "./transition.ts";

/** A good frame from the line; `FromLine` of type `frame` is one. */
export interface TrackedFrame {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly event: CallEvent | null;
  readonly remark: string | null;
}

/** Bytes from the line that are no good frame; `FromLine` of type `rejected` is one. */
export interface RejectedBytes {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly reason: string;
}

/**
 * Keeps the calls of one line. It holds no state of its own: what goes on stands in the database, so a
 * server that was killed goes on where the last commit left it.
 *
 * Every method commits before it returns, or throws and has changed nothing. The caller then gives the
 * promise to the switch (ACK), and then tells the browsers of the calls that were returned.
 */
export class CallTracker {
  constructor(
    private readonly store: Store,
    private readonly lineId: number,
    private readonly limits: LapseLimits,
  ) {}

  /** Stores a frame and what it changes, in one transaction; returns the calls changed, in order. */
  handle(frame: TrackedFrame): Call[] {
    return this.store.transaction(() => {
      const { calls, callId } = frame.event === null
        ? { calls: [], callId: null }
        : this.#apply(frame.event, frame.at);
      insertRawFrame(this.store, {
        lineId: this.lineId,
        at: frame.at,
        bytes: frame.bytes,
        result: frame.event === null ? "ignored" : "accepted",
        remark: frame.remark ?? "",
        callId,
      });
      return calls;
    });
  }

  /** Stores what was no frame, for the line monitor. */
  reject(rejected: RejectedBytes): void {
    insertRawFrame(this.store, {
      lineId: this.lineId,
      at: rejected.at,
      bytes: rejected.bytes,
      result: "rejected",
      remark: rejected.reason,
      callId: null,
    });
  }

  /**
   * Ends the calls that the wire has forgotten and returns them: called at the start, for what was under
   * way when the server stopped, and every few seconds.
   */
  lapse(now: number): Call[] {
    return this.store.transaction(() =>
      liveCallsOfLine(this.store, this.lineId).flatMap((call) => {
        const ended = lapse(call, now, this.limits);
        return ended === null ? [] : [this.#update(call, ended)];
      })
    );
  }

  #apply(event: CallEvent, at: number): { calls: Call[]; callId: number | null } {
    const before = liveCallOn(this.store, this.lineId, event.trunk);
    const { ended, current, changed } = transition(before, event, at);
    const calls: Call[] = [];
    if (before !== null && ended !== null) calls.push(this.#update(before, ended));
    if (current !== null) {
      const goesOn = before !== null && ended === null;
      calls.push(goesOn ? this.#update(before, current) : this.#insert(current));
    }
    return { calls: changed ? calls : [], callId: calls.at(-1)?.id ?? null };
  }

  #insert(course: CallCourse): Call {
    const id = insertCall(this.store, this.lineId, course);
    this.#match(id, course.number);
    return this.#stored(id);
  }

  #update(before: Call, course: CallCourse): Call {
    updateCall(this.store, before.id, course, before.legs.length);
    // A number that came late finds its customer late; what an agent has chosen meanwhile stays.
    if (before.number !== course.number && before.match === null) {
      this.#match(before.id, course.number);
    }
    return this.#stored(before.id);
  }

  /** One customer with exactly this number is the caller; among several, an agent chooses. */
  #match(id: number, number: string | null): void {
    const normal = number === null ? null : normalNumber(number);
    if (normal === null) return;
    const [customer, another] = customersByNumber(this.store, normal);
    if (customer !== undefined && another === undefined) matchCall(this.store, id, customer.id);
  }

  #stored(id: number): Call {
    const call = callById(this.store, id);
    if (call === null) throw new Error(`call ${id} was stored and is not there`);
    followMissed(this.store, call);
    return call;
  }
}
