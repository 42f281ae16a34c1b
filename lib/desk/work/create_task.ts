import type { Work } from "../../domain/work.ts";
import { callById } from "../../store/calls.ts";
import { NotFound } from "../../store/errors.ts";
import { interactionOfCall } from "../../store/interactions.ts";
import { createTask as storeTask } from "../../store/work/change_work.ts";
import { customerThere } from "../customers/customer_there.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import type { Outcome } from "../problem.ts";
import { workThere } from "./changeable_work.ts";
import { checkWork, type TypedWork } from "./work_rules.ts";

/** What a task is about: a customer, and the call of which it came; null for none. */
export interface TaskAbout {
  readonly customerId: number | null;
  readonly callId: number | null;
}

/**
 * Makes a task, for oneself, a colleague or anybody. The customer of a task that came of a call is the call's. Problems
 * stand by the names of `typed`'s fields. Throws `NotFound`.
 */
export function createTask(desk: StaffDesk, typed: TypedWork, about: TaskAbout): Outcome<Work> {
  requireMay(desk, "work.do");
  const { store, by, now } = desk;
  return store.transaction((): Outcome<Work> => {
    const customerId = customerOf(desk, about);
    const checked = checkWork(desk, typed, null, true);
    if (!checked.ok) return checked;
    const interactionId = about.callId === null ? null : interactionOfCall(store, about.callId);
    const task = { ...checked.value, customerId, interactionId };
    const id = storeTask(store, task, { by: by.id, at: now });
    return { ok: true, value: workThere(desk, id) };
  });
}

function customerOf({ store }: StaffDesk, { customerId, callId }: TaskAbout): number | null {
  if (callId !== null) {
    const call = callById(store, callId);
    if (call === null) throw new NotFound("call", callId);
    return call.customerId;
  }
  return customerId === null ? null : customerThere(store, customerId).id;
}
