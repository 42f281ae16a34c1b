import type { Work } from "../../domain/work.ts";
import {
  holdWork,
  moveWork,
  releaseWork,
  rewriteTask,
  type WorkChange,
} from "../../store/work/change_work.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { changeableWork, workThere } from "./changeable_work.ts";
import { noteFollows } from "./note_follows.ts";
import { type CheckedWork, checkWork, type TypedWork } from "./work_rules.ts";

/**
 * Says anew who is to do open work and by when: hands it to a colleague, changes its time; and of a task, what it says.
 * `seen` is the version that they saw. Refuses with `work.too_late` where somebody was quicker; other problems stand by the
 * names of `typed`'s fields. Throws `NotFound`, and `NotYours` for what they may only see.
 */
export function arrangeWork(
  desk: StaffDesk,
  id: number,
  typed: TypedWork,
  seen: number,
): Outcome<Work> {
  requireMay(desk, "work.do");
  return desk.store.transaction((): Outcome<Work> => {
    const before = changeableWork(desk, id, seen);
    if (before === null || before.doneAt !== null) return refused("work.too_late");
    const checked = checkWork(desk, typed, before, before.kind === "task");
    if (!checked.ok) return checked;
    const change = { by: desk.by.id, at: desk.now };
    arrange(desk, before, checked.value, change);
    const work = workThere(desk, id);
    noteFollows(desk, work, change);
    return { ok: true, value: work };
  });
}

/** Each that is different is a step of its own. */
function arrange({ store }: StaffDesk, before: Work, to: CheckedWork, change: WorkChange): void {
  const { id } = before;
  rewriteTask(store, id, to, change);
  moveWork(store, id, to.dueAt, change);
  if (to.staffId === before.staffId) return;
  if (to.staffId === null) releaseWork(store, id, change);
  else holdWork(store, id, to.staffId, change);
}
