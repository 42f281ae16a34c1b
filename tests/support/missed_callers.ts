import type { Store } from "../../lib/store/database.ts";
import { doneWork, openWork } from "../../lib/store/work/work_list.ts";
import type { Work } from "../../lib/domain/work.ts";

const NEWEST = { doneAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER };

/** Missed callers who wait, who has waited longest first. */
export function waitingMissed(store: Store, limit = 10_000) {
  return openWork(store, { kind: "missed", whose: null }, limit).map(missedOf);
}

/** Those who are settled, who was settled last first. */
export function doneMissed(store: Store, limit = 100) {
  return doneWork(store, "missed", NEWEST, limit).map(missedOf);
}

/** Those who wait and concern this person. */
export function missedOfAgent(store: Store, staffId: number) {
  return openWork(store, { kind: "missed", whose: { staffId } }, 100).map(missedOf);
}

export function missedCount(store: Store): number {
  return waitingMissed(store).length;
}

function missedOf(work: Work) {
  const { id, state, number: normal, staffId, staffName, doneAt, missed } = work;
  return { id, state, normal, staffId, staffName, doneAt, ...missed! };
}
