import type { Call } from "../domain/call.ts";
import { liveCallNamed, liveCallOn, liveCallsOfLine, nextCallId } from "../store/live_calls.ts";
import type { Store } from "../store/database.ts";
import type { LiveCalls } from "../switches/switch.ts";

/** The calls of one line that go on, for one report: what was looked up is not looked up again. */
export class StoredCalls implements LiveCalls {
  #seen: readonly Call[] = [];

  constructor(private readonly store: Store, private readonly lineId: number) {}

  onTrunk(trunk: string): Call | null {
    const call = liveCallOn(this.store, this.lineId, trunk);
    if (call !== null) this.#seen = [...this.#seen, call];
    return call;
  }

  all(): readonly Call[] {
    return this.#seen = liveCallsOfLine(this.store, this.lineId);
  }

  unused(): number {
    return nextCallId(this.store);
  }

  /** The call that goes on and has this ID of its switch. */
  named(switchCall: string): Call | null {
    return this.#seen.find((call) => call.switchCall === switchCall) ??
      liveCallNamed(this.store, this.lineId, switchCall);
  }
}
