import type { MissedCaller } from "../../domain/missed.ts";
import { NotFound } from "../../store/errors.ts";
import { finishMissed, releaseMissed, reopenMissed, takeMissed } from "../../store/missed.ts";
import { missedById } from "../../store/missed_list.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";

/** What can be done with a missed caller; false where somebody was quicker. */
const CHANGES = {
  /** Takes the caller in work, also from a colleague. */
  take: ({ store, by, now }, id) => takeMissed(store, id, by.id, now),
  /** Gives the caller back. */
  release: ({ store, now }, id) => releaseMissed(store, id, now),
  /** Says that nothing is left to do. */
  finish: ({ store, by, now }, id) => finishMissed(store, id, by.id, now),
  /** Takes that back. */
  reopen: ({ store, now }, id) => reopenMissed(store, id, now),
} as const satisfies Record<string, (desk: StaffDesk, id: number) => boolean>;

export type MissedChange = keyof typeof CHANGES;

export function isMissedChange(word: string): word is MissedChange {
  return Object.hasOwn(CHANGES, word);
}

/**
 * Does something about a missed caller, who waits for the whole office: anybody may, whoever has taken them. Refuses with
 * `missed.too_late` where somebody was quicker. Throws `NotFound`.
 */
export function changeMissed(
  desk: StaffDesk,
  id: number,
  change: MissedChange,
): Outcome<MissedCaller> {
  requireMay(desk, "missed.work");
  const { store } = desk;
  return store.transaction((): Outcome<MissedCaller> => {
    if (missedById(store, id) === null) throw new NotFound("missed caller", id);
    if (!CHANGES[change](desk, id)) return refused("missed.too_late");
    return { ok: true, value: missedById(store, id)! };
  });
}
