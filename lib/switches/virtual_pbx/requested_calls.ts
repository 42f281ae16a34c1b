import type { DialRequest } from "../pbx416/frames/dial_request.ts";
import type { PbxStep } from "./pbx_step.ts";
import type { TrunkPlan } from "./trunk_plan.ts";

/** How long an extension rings before it is lifted, and dials before it talks and hangs up. */
const LIFT_MS = 2000;
const DIAL_MS = 1000;
const TALK_MS = 30_000;

interface RequestedCall extends DialRequest {
  /** Null until the extension is lifted. */
  readonly trunk: string | null;
  readonly next: "n" | "O" | "F";
  readonly due: number;
}

/** The calls that the server asked for, each in its stage: `n` when the extension is lifted, `O`, and `F`. */
export class RequestedCalls {
  readonly #trunks: TrunkPlan;
  #calls: readonly RequestedCall[] = [];

  constructor(trunks: TrunkPlan) {
    this.#trunks = trunks;
  }

  get isEmpty(): boolean {
    return this.#calls.length === 0;
  }

  /**
   * Takes a request on; false where the extension has such a call already. A request that comes again before
   * its extension is lifted is the same one, whose answer was lost.
   */
  take(request: DialRequest, at: number): boolean {
    const { extension, digits } = request;
    const present = this.#calls.find((call) => call.extension === extension);
    if (present !== undefined) return present.digits === digits && present.next === "n";
    this.#calls = [...this.#calls, { ...request, trunk: null, next: "n", due: at + LIFT_MS }];
    return true;
  }

  /** The steps that are due. A call waits where no trunk is free. */
  due(at: number): PbxStep[] {
    const steps: PbxStep[] = [];
    this.#calls = this.#calls.flatMap((call) => {
      if (call.due > at) return [call];
      const trunk = call.trunk ?? this.#trunks.seize(null);
      if (trunk === null) return [{ ...call, due: at + LIFT_MS }];
      const { extension, digits, next } = call;
      steps.push({ trunk, mi: next, extension, number: next === "O" ? digits : "" });
      if (next === "n") return [{ ...call, trunk, next: "O", due: at + DIAL_MS }];
      if (next === "O") return [{ ...call, trunk, next: "F", due: at + TALK_MS }];
      this.#trunks.free(trunk);
      return [];
    });
    return steps;
  }

  nextDeadline(): number | null {
    return this.#calls.length === 0 ? null : Math.min(...this.#calls.map(({ due }) => due));
  }
}
