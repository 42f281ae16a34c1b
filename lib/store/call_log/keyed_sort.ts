import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { fromOrder, type OrderName } from "./orders.ts";
import { passing } from "./passing.ts";
import {
  sortCodes,
  sortCompanies,
  type SortFew,
  sortLines,
  sortNames,
  sortNumbers,
  sortRings,
  sortTalks,
} from "./sort_few.ts";
import { walkCompanies, walkNames } from "./walk_customers.ts";
import { walkCodes, walkLines, walkNumbers } from "./walk_keys.ts";
import { walkRings, walkTalks } from "./walk_times.ts";

/** All calls of the set that have the key, in its order, in batches. */
export type Walk = (
  store: Store,
  set: Pick<IdSet, "has">,
  up: boolean,
) => Generator<number[], void, undefined>;

export interface KeyedSort {
  /** The calls that have a key. */
  readonly mark: string;
  readonly walk: Walk;
  readonly sortFew: SortFew;
}

/** The sorts that are kept as stored orders. */
export const KEYED: Readonly<Record<OrderName, KeyedSort>> = {
  customer: { mark: "known", walk: walkNames, sortFew: sortNames },
  company: { mark: "company", walk: walkCompanies, sortFew: sortCompanies },
  number: { mark: "number", walk: walkNumbers, sortFew: sortNumbers },
  code: { mark: "known", walk: walkCodes, sortFew: sortCodes },
  note: { mark: "note", walk: walkLines, sortFew: sortLines },
  ring: { mark: "ring", walk: walkRings, sortFew: sortRings },
  talk: { mark: "talk", walk: walkTalks, sortFew: sortTalks },
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
  // Few calls in all, or an order that is still being made: what it is made from is walked.
  yield* fromOrder(store, name, set, sortFew, up, skip) ?? passing(walk(store, set, up), skip);
}
