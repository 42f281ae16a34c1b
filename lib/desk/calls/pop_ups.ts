import { answeredByOf, type Call, rangOf, ringingAt } from "../../domain/call.ts";
import { liveCalls } from "../../store/live_calls.ts";
import { type ExtensionOn, extensionsOn, operatorsOf } from "../../store/extension_at.ts";
import type { StaffDesk } from "../desk.ts";

/** How long a pop-up stays to say who else has answered. */
const ANSWERED_MS = 4000;

/** A call that somebody is shown because it rings. */
export interface PopUp {
  readonly call: Call;
  /** The extensions of their own that ring; none where it rings for the operator, or does not any more. */
  readonly ringing: readonly string[];
  /** Somebody else has answered it just now: at which extension, and whose that is (an ID). Null while it rings. */
  readonly answeredBy: { readonly extension: string; readonly staffId: number | null } | null;
}

/**
 * The pop-ups of whoever asks at this moment, the oldest call first: the calls that ring at extensions of their own, and
 * those that did until somebody else answered just now. Who hears of every call sees the others' on the board, not here;
 * but a trunk that rings and has reached no extension yet is the operator's.
 */
export function popUps(desk: StaffDesk): PopUp[] {
  const live = liveCalls(desk.store);
  const at = extensionsOn(desk.store, live);
  return live.flatMap((call) => popUp(desk, call, at) ?? [])
    .toSorted(({ call: a }, { call: b }) => a.startedAt - b.startedAt || a.id - b.id);
}

function popUp(desk: StaffDesk, call: Call, at: ExtensionOn): PopUp | null {
  const isOwn = (number: string) => at(call, number)?.staffId === desk.by.id;
  const ringing = ringingAt(call).filter(isOwn);
  const answered = wasJustAnswered(desk, call) && rangOf(call).some(isOwn) &&
    !answeredByOf(call).some(isOwn);
  const isOperators = call.state === "ringing" && ringingAt(call).length === 0 &&
    operates(desk, call);
  if (ringing.length === 0 && !answered && !isOperators) return null;
  const { extension } = call;
  const answeredBy = answered && extension !== null
    ? { extension, staffId: at(call, extension)?.staffId ?? null }
    : null;
  return { call, ringing, answeredBy };
}

function wasJustAnswered({ now }: StaffDesk, { state, answeredAt }: Call): boolean {
  return state === "talking" && answeredAt !== null && now - answeredAt < ANSWERED_MS;
}

/** Whether they are the operator of the call's line. */
function operates({ by, store }: StaffDesk, { line }: Call): boolean {
  return by.operator && operatorsOf(store, line).includes(by.id);
}
