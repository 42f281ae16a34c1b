import type { Call } from "../../domain/call.ts";
import { currentCallsOf } from "../../store/agent_calls.ts";
import type { ListedCall } from "../../store/call_list.ts";
import type { StaffDesk } from "../desk.ts";

/** A call that somebody has at this moment beside the one on their card. */
export interface OtherCall {
  readonly call: ListedCall;
  /** They hold it, at each of their telephones that is on it. */
  readonly held: boolean;
}

/** The calls that whoever asks has at this moment beside `shown`. */
export function otherCalls({ store, by }: StaffDesk, shown: Call): OtherCall[] {
  if (by.extensions.length === 0) return [];
  return currentCallsOf(store, by.id).filter(({ id }) => id !== shown.id)
    .map((call) => ({ call, held: isHeld(call, by.id) }));
}

function isHeld({ connections }: Call, staffId: number): boolean {
  const own = connections.filter((one) => one.staffId === staffId);
  return own.some(({ state }) => state === "held") &&
    !own.some(({ state }) => state === "connected");
}
