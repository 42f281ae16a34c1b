import type { Work } from "../../domain/work.ts";
import {
  holdWork,
  moveWork,
  releaseWork,
  rewriteTask,
  type WorkChange,
} from "../../store/work/change_work.ts";
import { lastStepOf } from "../../store/work/work_steps.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";
import { changeableWork, workThere } from "./changeable_work.ts";
import { noteFollows } from "./note_follows.ts";
import { type CheckedWork, checkWork, type TypedWork } from "./work_rules.ts";

/**
 * Says anew who is to do open work and by when: hands it to a colleague, changes its time; and of a task, what it says.
 * `seen` is the version that they saw. Whoever sends the same form twice gets what came of it. Refuses with
 * `work.too_late` where somebody was quicker; other problems stand by the names of `typed`'s fields. Throws `NotFound`, and
 * `NotYours` for what they may only see.
 */
export function arrangeWork(
  desk: StaffDesk,
  id: number,
  typed: TypedWork,
  seen: number,
): Outcome<Work> {
  requireMay(desk, "work.do");
  return desk.store.transaction((): Outcome<Work> => {
    const there = workThere(desk, id);
    if (seen < there.version && isArrangedBy(desk, there, typed)) return { ok: true, value: there };
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

/** Whether it stands as whoever asks wrote it, and by their own doing: the form was sent twice. */
function isArrangedBy(desk: StaffDesk, there: Work, typed: TypedWork): boolean {
  if (there.doneAt !== null || lastStepOf(desk.store, there.id)?.staffId !== desk.by.id) {
    return false;
  }
  const isTask = there.kind === "task";
  const checked = checkWork(desk, typed, there, isTask);
  if (!checked.ok) return false;
  const { subject, text, staffId, dueAt } = checked.value;
  const isSame = staffId === there.staffId && dueAt === there.dueAt;
  return isSame && (!isTask || subject === there.subject && text === there.text);
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
