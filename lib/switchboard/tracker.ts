import type { Call, CallCourse } from "../domain/call.ts";
import { CallBook } from "../domain/call_book.ts";
import { isNews } from "../domain/call_course.ts";
import type { CallEvent } from "../domain/call_event.ts";
import { normalNumber } from "../domain/phone_number.ts";
import { reconstruct } from "../switches/pbx416/reconstruct.ts";
import type { TrunkEvent } from "../switches/pbx416/frames/trunk_event.ts";
import {
  callById,
  heardOfCall,
  insertCall,
  liveCallNamed,
  liveCallOn,
  liveCallsOfLine,
  matchCall,
  nextCallId,
  updateCall,
} from "../store/calls.ts";
import { customersByNumber } from "../store/customer_search.ts";
import type { Store } from "../store/database.ts";
import { followMissed } from "../store/missed.ts";
import { insertRawFrame } from "../store/raw_frames.ts";
import { lapse, type LapseLimits } from "./lapse.ts";

/** A good frame from the line; `FromLine` of type `frame` is one. */
export interface TrackedFrame {
  readonly at: number;
  readonly bytes: Uint8Array;
  readonly event: TrunkEvent | null;
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
      const { calls, last } = frame.event === null
        ? { calls: [], last: null }
        : this.#heard(frame.event, frame.at);
      insertRawFrame(this.store, {
        lineId: this.lineId,
        at: frame.at,
        bytes: frame.bytes,
        result: frame.event === null ? "ignored" : "accepted",
        remark: frame.remark ?? "",
        callId: last,
      });
      return calls;
    });
  }

  /** Stores what happened to calls by the switch's own word, at `at`; returns the calls changed, in order. */
  take(events: readonly CallEvent[], at: number): Call[] {
    return this.store.transaction(() => this.#apply(events, at).calls);
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
        if (ended === null) return [];
        const lapsed = this.#update(call, ended);
        followMissed(this.store, lapsed);
        return [lapsed];
      })
    );
  }

  #heard(event: TrunkEvent, heardAt: number): Applied {
    const course = liveCallOn(this.store, this.lineId, event.trunk);
    const { at, events } = reconstruct(
      course,
      event,
      heardAt,
      () => `${event.trunk}-${nextCallId(this.store)}`,
    );
    return this.#apply(events, at, course);
  }

  /** `known` is a call that was looked up already. */
  #apply(events: readonly CallEvent[], at: number, known: Call | null = null): Applied {
    const book = new CallBook((name) => name === known?.switchCall ? known : this.#live(name));
    for (const event of events) book.apply(event, at);
    const calls: Call[] = [];
    let last: number | null = null;
    for (const { before, after, consultationOf } of book.changes) {
      if (before !== null && !isNews(before, after)) {
        heardOfCall(this.store, before.id, after.heardAt);
        last = before.id;
        continue;
      }
      const call = before === null
        ? this.#insert(after, consultationOf)
        : this.#update(before, after);
      followMissed(this.store, call);
      calls.push(call);
      last = call.id;
    }
    return { calls, last };
  }

  #live(switchCall: string): Call | null {
    return liveCallNamed(this.store, this.lineId, switchCall);
  }

  #insert(course: CallCourse, consultationOf: string | null): Call {
    const asked = consultationOf === null ? null : this.#live(consultationOf);
    const id = insertCall(this.store, this.lineId, course, asked?.id ?? null);
    this.#match(id, course.number);
    return this.#stored(id);
  }

  #update(before: Call, course: CallCourse): Call {
    updateCall(this.store, before, course);
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
    return call;
  }
}

interface Applied {
  /** Those of which somebody needs to hear, as they are now. */
  readonly calls: Call[];
  /** The ID of the last call that was spoken of. */
  readonly last: number | null;
}
