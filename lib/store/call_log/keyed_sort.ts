import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { fromOrder, type OrderName } from "./orders.ts";
import { passing } from "./passing.ts";
import { sortCodes, sortCompanies, sortLines, sortNames, sortNumbers } from "./sort_few.ts";
import { walkCompanies, walkNames } from "./walk_customers.ts";
import { walkCodes, walkLines, walkNumbers } from "./walk_keys.ts";

/** In the order of an index, the calls of the set, in batches. */
export type Walk = (
  store: Store,
  set: Pick<IdSet, "has">,
  up: boolean,
) => Generator<number[], void, undefined>;

/** Few calls in the order of a key. */
export type SortFew = (store: Store, ids: readonly number[]) => number[];

export interface KeyedSort {
  /** The calls that have a key. */
  readonly mark: string;
  readonly walk: Walk;
  readonly sortFew: SortFew;
}

/** The sorts whose keys stand in an index. */
export const KEYED: Readonly<Record<OrderName, KeyedSort>> = {
  customer: { mark: "known", walk: walkNames, sortFew: sortNames },
  company: { mark: "company", walk: walkCompanies, sortFew: sortCompanies },
  number: { mark: "number", walk: walkNumbers, sortFew: sortNumbers },
  code: { mark: "known", walk: walkCodes, sortFew: sortCodes },
  note: { mark: "note", walk: walkLines, sortFew: sortLines },
};

/** Calls that are rather looked up and sorted than looked for. */
const FEW = 3000;

/** Calls of a set that all have the key, in its order, in batches, without the first `skip` of them. */
export function* keyedOrder(
  store: Store,
  name: OrderName,
  set: IdSet,
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> {
  const { walk, sortFew } = KEYED[name];
  if (set.size <= FEW) {
    const sorted = sortFew(store, set.toArray());
    return yield (up ? sorted : sorted.reverse()).slice(skip);
  }
  // Few calls in all, or an order that is still being made: the index itself is walked.
  yield* fromOrder(store, name, set, sortFew, up, skip) ?? passing(walk(store, set, up), skip);
}
