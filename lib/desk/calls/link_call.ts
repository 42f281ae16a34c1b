import type { Call } from "../../domain/call.ts";
import { linkCall as storeLink } from "../../store/call_customer.ts";
import { callById } from "../../store/calls.ts";
import { customerById } from "../../store/customers.ts";
import { NotFound } from "../../store/errors.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";

/**
 * Says whose call it is, or with null that it is nobody's known; the call as it is then. Anybody of the staff may put a
 * call right, also one that was somebody else's. Throws `NotFound` where there is no such call.
 */
export function linkCall(desk: Desk, callId: number, customerId: number | null): Outcome<Call> {
  requireMay(desk, "calls.link");
  const { store } = desk;
  return store.transaction((): Outcome<Call> => {
    if (callById(store, callId) === null) throw new NotFound("call", callId);
    const isKnown = customerId === null || customerById(store, customerId) !== null;
    if (!isKnown) return refused("field.customer_unknown", {}, "customer");
    return { ok: true, value: storeLink(store, callId, customerId, changeBy(desk)) };
  });
}
