import type { Work } from "../../domain/work.ts";
import { settle } from "../../store/consultation_changes.ts";
import { requireConsultation } from "../../store/consultations.ts";
import type { Desk } from "../desk.ts";
import type { WorkChange } from "../../store/work/change_work.ts";

/**
 * Has the consultation in which a call was promised say what has become of the promise; a part of the transaction that
 * changed it. What is typed into the consultation at that moment is told of it when it is saved.
 */
export function noteFollows(
  { store }: Pick<Desk, "store">,
  { consultationId, doneAt, dueAt }: Work,
  change: WorkChange & { readonly by: number },
): void {
  if (consultationId === null) return;
  const { id, type, text, version, state, callbackAt } = requireConsultation(store, consultationId);
  const completion = doneAt === null
    ? { state: "callback", callbackAt: dueAt } as const
    : { state: "done", callbackAt: null } as const;
  if (state === completion.state && callbackAt === completion.callbackAt) return;
  settle(store, id, { type, text, version }, completion, change);
}
