import { MergeNotUndone, undoMerge as storeUndo } from "../../store/merge/undo_merge.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";
import { type Outcome, type ProblemCode, refused } from "../problem.ts";

const CODES: Readonly<Record<MergeNotUndone["reason"], ProblemCode>> = {
  undone: "merge.not_undone_undone",
  later: "merge.not_undone_later",
};

/** Makes of one customer again the several that it was made of; the IDs of those who are back. Throws `NotFound`. */
export function undoMerge(desk: Desk, mergeId: number): Outcome<readonly number[]> {
  requireMay(desk, "customers.merge");
  try {
    return { ok: true, value: storeUndo(desk.store, mergeId, changeBy(desk)) };
  } catch (error) {
    if (error instanceof MergeNotUndone) return refused(CODES[error.reason]);
    throw error;
  }
}
