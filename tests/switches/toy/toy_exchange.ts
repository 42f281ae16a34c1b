import type { Device } from "../../../lib/domain/call.ts";
import type { CallEvent } from "../../../lib/domain/call_event.ts";
import type { CallPicture } from "../../../lib/domain/call_snapshot.ts";

type State = CallPicture["connections"][number]["state"];

interface ToyCall {
  readonly name: string;
  readonly caller: string | null;
  readonly connections: Map<string, State>;
}

const telephone = (number: string): Device => ({ number, kind: "telephone" });

/** A telephone exchange in the process, which knows calls and connections, and tells whoever listens at that moment. */
export class ToyExchange {
  listener: ((event: CallEvent, at: number) => void) | null = null;
  readonly #calls: ToyCall[] = [];
  #names = 0;

  /** `caller` is null for one whose number is withheld. */
  rings(caller: string | null, number: string): string {
    const call = { name: `toy-${++this.#names}`, caller, connections: new Map<string, State>() };
    this.#calls.push(call);
    call.connections.set(number, "alerting");
    this.#tell({ type: "Delivered", ...this.#begun(call), device: telephone(number) });
    return call.name;
  }

  /** The telephone takes part, or takes the call back that it holds. */
  answers(number: string): boolean {
    return this.#moves(number, ["alerting"], "connected", ({ call, trunk, direction }) => ({
      ...{ type: "Established", call, trunk, direction, consultationOf: null } as const,
      device: telephone(number),
    }));
  }

  holds(number: string): boolean {
    return this.#moves(number, ["connected"], "held", ({ call }) => ({
      ...{ type: "Held", call } as const,
      device: telephone(number),
    }));
  }

  retrieves(number: string): boolean {
    return this.#moves(number, ["held"], "connected", ({ call }) => ({
      ...{ type: "Retrieved", call } as const,
      device: telephone(number),
    }));
  }

  /** The call at the telephone is over. */
  ends(number: string): boolean {
    const call = this.#at(number);
    if (call === undefined) return false;
    this.#calls.splice(this.#calls.indexOf(call), 1);
    this.#tell({ type: "CallCleared", call: call.name, cause: null });
    return true;
  }

  pictures(): CallPicture[] {
    return this.#calls.map((call) => ({
      ...this.#begun(call),
      connections: [...call.connections].map(([number, state]) => ({
        device: telephone(number),
        state,
      })),
    }));
  }

  #begun({ name, caller }: ToyCall) {
    return {
      call: name,
      trunk: null,
      direction: "in" as const,
      consultationOf: null,
      caller: caller === null
        ? { number: null, reason: "withheld" as const }
        : { number: caller, reason: null },
      called: null,
    };
  }

  #moves(
    number: string,
    from: readonly State[],
    to: State,
    event: (begun: Omit<CallPicture, "connections">) => CallEvent,
  ): boolean {
    const call = this.#at(number);
    const state = call?.connections.get(number);
    if (call === undefined || state === undefined || !from.includes(state)) return false;
    call.connections.set(number, to);
    this.#tell(event(this.#begun(call)));
    return true;
  }

  #at(number: string): ToyCall | undefined {
    return this.#calls.find(({ connections }) => connections.has(number));
  }

  #tell(event: CallEvent): void {
    this.listener?.(event, Date.now());
  }
}
