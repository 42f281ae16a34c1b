import { type OfficeCall, truthOf } from "./office_truth.ts";
import type { PbxStep } from "./pbx_step.ts";
import type { Step } from "./office_day.ts";

/** Watches the trunks, and tells each call when it has ended, as it really was. */
export class CallRecorder {
  readonly #live = new Map<string, Step[]>();
  readonly #onCall: (call: OfficeCall) => void;

  constructor(onCall: (call: OfficeCall) => void) {
    this.#onCall = onCall;
  }

  /** `at` in seconds. */
  happened(step: PbxStep, at: number): void {
    // A call that the server asked for is an outgoing one like any other.
    const mi = step.mi === "O" ? "J" : step.mi;
    const steps = [...this.#live.get(step.trunk) ?? [], { ...step, mi, at }];
    this.#live.set(step.trunk, steps);
    if (mi !== "F") return;
    this.#live.delete(step.trunk);
    for (const call of truthOf(steps)) this.#onCall(call);
  }
}
