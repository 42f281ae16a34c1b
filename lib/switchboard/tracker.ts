import type { Call, CallCourse } from "../domain/call.ts";
import { CallBook } from "../domain/call_book.ts";
import { isNews } from "../domain/call_course.ts";
import { callById } from "../store/calls.ts";
import { liveCallNamed, liveCallsOfLine, recentCallNamed } from "../store/live_calls.ts";
import {
  heardOfCall,
  insertCall,
  matchCall,
  updateCall,
  wireNormal,
} from "../store/write_calls.ts";
import { customersByNumber } from "../store/customer_match.ts";
import type { Store } from "../store/database.ts";
import { noteCallEvent } from "../store/call_events.ts";
import { followMissed } from "../store/work/missed_callers.ts";
import { insertRawFrame } from "../store/raw_frames.ts";
import type { LapseLimits, RejectedBytes, Report } from "../switches/switch.ts";
import { lapse } from "./lapse.ts";
import { StoredCalls } from "./stored_calls.ts";

/**
 * Keeps the calls of one line. It holds no state of its own: what goes on stands in the database, so a
 * server that was killed goes on where the last commit left it.
 *
 * Every method commits before it returns, or throws and has changed nothing. The caller then gives the
 * promise to the switch (`stored`), and then tells the browsers of the calls that were returned.
 */
export class CallTracker {
  /** `limits` is null where calls end by the switch's word alone. */
  constructor(
    private readonly store: Store,
    private readonly lineId: number,
    private readonly limits: LapseLimits | null,
  ) {}

  /** Stores a report, what it changes and the events of that, in one transaction; returns the calls changed, in order. */
  handle(report: Report): Call[] {
    return this.store.transaction(() => {
      const { calls, last } = this.#heard(report);
      if (report.raw !== null) {
        insertRawFrame(this.store, {
          lineId: this.lineId,
          at: report.at,
          bytes: report.raw.bytes,
          result: report.events === null ? "ignored" : "accepted",
          remark: report.raw.remark ?? "",
          callId: last,
        });
      }
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
   * Ends the calls that the switch has forgotten and returns them: called at the start, for what was under
   * way when the server stopped, and every few seconds.
   */
  lapse(now: number): Call[] {
    const { limits } = this;
    if (limits === null) return [];
    return this.store.transaction(() =>
      liveCallsOfLine(this.store, this.lineId).flatMap((call) => {
        const ended = lapse(call, now, limits);
        if (ended === null) return [];
        const lapsed = this.#update(call, ended);
        followMissed(this.store, lapsed);
        noteCallEvent(this.store, lapsed, now);
        return [lapsed];
      })
    );
  }

  #heard({ at, events }: Report): Heard {
    const live = new StoredCalls(this.store, this.lineId);
    const book = new CallBook(
      (name) => live.named(name),
      (name) => live.wasNamed(name),
    );
    for (const event of events?.(live) ?? []) book.apply(event, at);
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
      noteCallEvent(this.store, call, at);
      calls.push(call);
      last = call.id;
    }
    return { calls, last };
  }

  #insert(course: CallCourse, consultationOf: string | null): Call {
    const asked = consultationOf === null ? null : this.#named(consultationOf);
    const id = insertCall(this.store, this.lineId, course, asked);
    this.#match(id, course);
    return this.#stored(id);
  }

  /** The call that somebody is asked for, by its switch's ID; the same report may have told its end. */
  #named(switchCall: string): number | null {
    return liveCallNamed(this.store, this.lineId, switchCall)?.id ??
      recentCallNamed(this.store, this.lineId, switchCall);
  }

  #update(before: Call, course: CallCourse): Call {
    updateCall(this.store, before, course);
    // A number that came late finds its customer late; what an agent has chosen meanwhile stays.
    if (before.number !== course.number && before.match === null) {
      this.#match(before.id, course);
    }
    return this.#stored(before.id);
  }

  /** One customer with exactly this number is the caller; among several, an agent chooses. */
  #match(id: number, course: CallCourse): void {
    const normal = wireNormal(this.store, course);
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

interface Heard {
  /** Those of which somebody needs to hear, as they are now. */
  readonly calls: Call[];
  /** The ID of the last call that was spoken of. */
  readonly last: number | null;
}
