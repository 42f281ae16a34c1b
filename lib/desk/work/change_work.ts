import type { Work, WorkStepKind } from "../../domain/work.ts";
import { finishWork, holdWork, releaseWork, reopenWork } from "../../store/work/change_work.ts";
import { lastStepOf } from "../../store/work/work_steps.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { changeableWork, workThere } from "./changeable_work.ts";
import { noteFollows } from "./note_follows.ts";

/** What can be done with work by a click; false where somebody was quicker. */
const CHANGES = {
  /** Takes it, also from a colleague. */
  take: ({ store, by, now }, id) => holdWork(store, id, by.id, { by: by.id, at: now }),
  /** Gives it back, for anybody. */
  release: ({ store, by, now }, id) => releaseWork(store, id, { by: by.id, at: now }),
  /** Says that nothing is left to do. */
  finish: ({ store, by, now }, id) => finishWork(store, id, { by: by.id, at: now }),
  /** Takes that back. */
  reopen: ({ store, by, now }, id) => reopenWork(store, id, { by: by.id, at: now }),
} as const satisfies Record<string, (desk: StaffDesk, id: number) => boolean>;

export type WorkChangeName = keyof typeof CHANGES;

/** The step that each leaves behind. */
const STEPS: Readonly<Record<WorkChangeName, WorkStepKind>> = {
  take: "taken",
  release: "released",
  finish: "finished",
  reopen: "reopened",
};

export function isWorkChange(word: string): word is WorkChangeName {
  return Object.hasOwn(CHANGES, word);
}

/** Whether it is as whoever asks wants it, and by their own doing: a second click, or another tab. */
function isDoneBy({ store, by }: StaffDesk, work: Work, change: WorkChangeName): boolean {
  // However they came to have it.
  if (change === "take" && work.staffId === by.id && work.doneAt === null) return true;
  const last = lastStepOf(store, work.id);
  return last !== null && last.kind === STEPS[change] && last.staffId === by.id;
}

/**
 * Does something with work. `seen` is the version that they saw, null where they say none. Whoever has just done it gets
 * what came of it. Refuses with `work.too_late` where somebody was quicker. Throws `NotFound`, and `NotYours` for what they
 * may only see.
 */
export function changeWork(
  desk: StaffDesk,
  id: number,
  change: WorkChangeName,
  seen: number | null = null,
): Outcome<Work> {
  requireMay(desk, "work.do");
  return desk.store.transaction((): Outcome<Work> => {
    const there = workThere(desk, id);
    if (isDoneBy(desk, there, change)) return { ok: true, value: there };
    if (changeableWork(desk, id, seen) === null) return refused("work.too_late");
    if (!CHANGES[change](desk, id)) return refused("work.too_late");
    const work = workThere(desk, id);
    noteFollows(desk, work, { by: desk.by.id, at: desk.now });
    return { ok: true, value: work };
  });
}
