import type { Work } from "../../domain/work.ts";
import { NotFound } from "../../store/errors.ts";
import { workById } from "../../store/work/work_row.ts";
import { mayAt, NotYours, type StaffDesk } from "../desk.ts";

/**
 * Whether whoever asks may change it: missed callers wait for the whole office, whoever has taken them, and what nobody has
 * waits for anybody. A promise or a task that somebody has is theirs, its maker's, and of those who may change any.
 */
export function mayChangeWork(desk: StaffDesk, { kind, staffId, createdBy }: Work): boolean {
  if (kind === "missed" || staffId === null) return true;
  return [staffId, createdBy].includes(desk.by.id) || mayAt(desk, "work.change_any");
}

/** The work of this ID. Throws `NotFound`. */
export function workThere({ store }: Pick<StaffDesk, "store">, id: number): Work {
  const work = workById(store, id);
  if (work === null) throw new NotFound("work", id);
  return work;
}

/**
 * The work, to be changed; null where somebody was quicker than whoever saw the version `seen` (null: they say none). That
 * comes first: what a colleague has just taken was anybody's on their page. Throws `NotFound`, and `NotYours` for what they
 * may only see.
 */
export function changeableWork(desk: StaffDesk, id: number, seen: number | null): Work | null {
  const work = workThere(desk, id);
  if (seen !== null && seen !== work.version) return null;
  if (mayChangeWork(desk, work)) return work;
  throw new NotYours(desk.by.login, `work ${id}`, "work.not_yours");
}
