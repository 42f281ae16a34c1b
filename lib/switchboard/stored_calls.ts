import type { Call } from "../domain/call.ts";
import {
  liveCallNamed,
  liveCallOn,
  liveCallsOfLine,
  nextCallId,
  recentCallNamed,
} from "../store/live_calls.ts";
import type { Store } from "../store/database.ts";
import type { LiveCalls } from "../switches/switch.ts";

/** The calls of one line that go on, for one report: what was looked up is not looked up again. */
export class StoredCalls implements LiveCalls {
  #seen: readonly Call[] = [];
  readonly #unused = new Set<string>();

  constructor(private readonly store: Store, private readonly lineId: number) {}

  onTrunk(trunk: string): Call | null {
    const call = liveCallOn(this.store, this.lineId, trunk);
    if (call !== null) this.#seen = [...this.#seen, call];
    return call;
  }

  all(): readonly Call[] {
    return this.#seen = liveCallsOfLine(this.store, this.lineId);
  }

  unused(prefix: string): string {
    const name = `${prefix}${nextCallId(this.store)}`;
    this.#unused.add(name);
    return name;
  }

  /** The call that goes on and has this ID of its switch. */
  named(switchCall: string): Call | null {
    if (this.#unused.has(switchCall)) return null;
    return this.#seen.find((call) => call.switchCall === switchCall) ??
      liveCallNamed(this.store, this.lineId, switchCall);
  }

  /** Whether a call had this ID a short while ago, over or not. */
  wasNamed(switchCall: string): boolean {
    return !this.#unused.has(switchCall) &&
      recentCallNamed(this.store, this.lineId, switchCall) !== null;
  }
}
