import type { Call } from "../../domain/call.ts";
import { wasAtAgent } from "../../store/agent_calls.ts";
import { callById } from "../../store/calls.ts";
import { NotFound } from "../../store/errors.ts";
import { NotYours, type StaffDesk } from "../desk.ts";

/** A call that whoever asks may write a note on: it was at an extension of theirs. Null for any other. */
export function ownCallOrNull({ store, by }: StaffDesk, id: number): Call | null {
  const call = callById(store, id);
  return call !== null && wasAtAgent(store, id, by.id) ? call : null;
}

/** The same; throws `NotFound` for no call and `NotYours` for somebody else's. */
export function ownCall(desk: StaffDesk, id: number): Call {
  const call = ownCallOrNull(desk, id);
  if (call !== null) return call;
  if (callById(desk.store, id) === null) throw new NotFound("call", id);
  throw new NotYours(desk.by.login, `call ${id}`, "call.not_yours");
}
