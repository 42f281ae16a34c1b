import { NotFound, VersionConflict } from "../../store/errors.ts";
import {
  mergeCustomers as storeMerge,
  type MergeOrder,
  type Seen,
} from "../../store/merge/merge_customers.ts";
import { changeBy, type Desk, requireMay } from "../desk.ts";
import { type Outcome, refused } from "../problem.ts";

/** More side by side can nobody compare. */
export const MOST_MERGED = 8;

/** What somebody chose who saw customers side by side; an ID is null where what was sent is none. */
export interface TypedMerge {
  readonly survivor: number | null;
  /** All of them as they were seen, the survivor too. */
  readonly seen: readonly { readonly id: number | null; readonly version: number }[];
  /** Whose value is taken, by field; where it is nobody's of these, the survivor's. */
  readonly from: Readonly<Record<string, number | null>>;
}

/**
 * Makes one customer of several, unless one of them was changed since they were seen; the survivor's ID. Refuses with
 * `merge.choose` what is no choice, `merge.changed` and `merge.gone`.
 */
export function mergeCustomers(desk: Desk, typed: TypedMerge): Outcome<number> {
  requireMay(desk, "customers.merge");
  const order = orderOf(typed);
  if (order === null) return refused("merge.choose");
  try {
    storeMerge(desk.store, order, changeBy(desk));
    return { ok: true, value: order.survivor.id };
  } catch (error) {
    if (error instanceof VersionConflict) return refused("merge.changed");
    if (error instanceof NotFound) return refused("merge.gone");
    throw error;
  }
}

/** Null where it makes no merge: fewer than two, too many, one twice, or no survivor among them. */
function orderOf({ survivor: survivorId, seen, from }: TypedMerge): MergeOrder | null {
  const known = seen.filter((one): one is Seen => one.id !== null);
  const ids = new Set(known.map(({ id }) => id));
  const survivor = known.find(({ id }) => id === survivorId);
  const others = known.filter(({ id }) => id !== survivorId);
  if (survivor === undefined || others.length === 0) return null;
  if (ids.size !== seen.length || seen.length > MOST_MERGED) return null;
  const chosen = Object.entries(from).filter((pair): pair is [string, number] =>
    pair[1] !== null && ids.has(pair[1])
  );
  return { survivor, others, from: Object.fromEntries(chosen) };
}
