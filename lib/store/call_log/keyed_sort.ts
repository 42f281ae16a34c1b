import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import type { CallSort } from "./sort.ts";
import { walkCompanies, walkNames } from "./walk_customers.ts";
import { walkCodes, walkLines, walkNumbers } from "./walk_keys.ts";
import { sortCodes, sortCompanies, sortLines, sortNames, sortNumbers } from "./sort_few.ts";

/** In the order of an index, the calls of the set, in batches; from behind the call `from` on. */
export type Walk = (
  store: Store,
  set: IdSet,
  up: boolean,
  from: number | null,
) => Generator<number[], void, undefined>;

/** Few calls in the order of a key. */
export type SortFew = (store: Store, ids: readonly number[]) => number[];

export interface KeyedSort {
  /** The calls that have a key. */
  readonly mark: string;
  readonly walk: Walk;
}

/**
 * Calls that are looked up and sorted. Of a set with more of them, walking an index past five million calls
 * meets one in a thousand.
 */
const FEW = 6000;

function keyed(mark: string, walk: Walk, sortFew: SortFew): KeyedSort {
  return {
    mark,
    *walk(store, set, up, from) {
      if (set.size > FEW) return yield* walk(store, set, up, from);
      // The call behind which the page begins may have left the set; its key still says where it stood.
      const asked = set.copy();
      if (from !== null) asked.add(from);
      const sorted = sortFew(store, asked.toArray());
      if (!up) sorted.reverse();
      const behind = from === null ? sorted : sorted.slice(sorted.indexOf(from) + 1);
      yield behind.filter((id) => set.has(id));
    },
  };
}

/** The sorts whose keys stand in an index. */
export const KEYED: { readonly [Sort in CallSort]?: KeyedSort } = {
  customer: keyed("known", walkNames, sortNames),
  company: keyed("company", walkCompanies, sortCompanies),
  number: keyed("number", walkNumbers, sortNumbers),
  code: keyed("known", walkCodes, sortCodes),
  note: keyed("note", walkLines, sortLines),
};
