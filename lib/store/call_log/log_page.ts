import type { Store } from "../database.ts";
import { catchUp } from "./catch_up.ts";
import { type CallFilter, select, type Selection } from "./filter.ts";
import { hasPlaces, inOrder, inOrderBefore, inOrderBehind, type Order } from "./sort.ts";

/** Where a page of the log begins. */
export type LogPlace =
  /** 1 is the first. */
  | { readonly kind: "page"; readonly page: number }
  /** Behind or before a call, which need not fit the filter: no row is counted, and new calls shift nothing. */
  | { readonly kind: "behind" | "before"; readonly id: number };

export interface LogAsked {
  readonly filter: CallFilter;
  readonly order: Order;
  readonly place: LogPlace;
  /** Rows of a page. */
  readonly limit: number;
}

export interface LogPage {
  readonly ids: readonly number[];
  /** Whether there are rows before and behind the page. */
  readonly before: boolean;
  readonly behind: boolean;
  /** How many calls fit; not exact: that many and more. */
  readonly count: number;
  readonly exact: boolean;
}

/** Changed calls that are marked before a question is answered; what an office changes between two is far less. */
const MOST_CHANGES = 2000;

/**
 * One page of the log. The time it takes follows from the number of all calls divided by 8, not from how many
 * fit the filter, in which order they stand, or how deep the page is.
 */
export function logPage(store: Store, asked: LogAsked): LogPage {
  catchUp(store, MOST_CHANGES);
  const selection = select(store, asked.filter);
  const { order, place, limit } = asked;
  if (place.kind === "page" || !hasPlaces(order.sort)) {
    const page = place.kind === "page" ? place.page : 1;
    return pageByNumber(store, selection, order, page, limit);
  }
  return pageByPlace(store, selection, order, place, limit);
}

/** How many pages there are; at least one. */
export function pagesOf(count: number, limit: number): number {
  return Math.max(1, Math.ceil(count / limit));
}

function pageByNumber(
  store: Store,
  selection: Selection,
  order: Order,
  page: number,
  limit: number,
): LogPage {
  const skip = (page - 1) * limit;
  const { set, accept } = selection;
  if (accept.length > 0) {
    const found = take(selection, inOrder(store, set, order, 0), skip + limit + 1);
    const ids = found.slice(skip, skip + limit);
    const behind = found.length > skip + limit;
    return { ids, before: page > 1, behind, count: found.length, exact: !behind };
  }
  const count = set.size;
  const ids = take(selection, inOrder(store, set, order, skip), limit);
  return { ids, before: page > 1, behind: count > skip + limit, count, exact: true };
}

function pageByPlace(
  store: Store,
  selection: Selection,
  order: Order,
  place: { readonly kind: "behind" | "before"; readonly id: number },
  limit: number,
): LogPage {
  const { set, accept } = selection;
  const forward = place.kind === "behind";
  const [ahead, back] = forward ? [inOrderBehind, inOrderBefore] : [inOrderBefore, inOrderBehind];
  const found = take(selection, ahead(store, set, order, place.id), limit + 1);
  const more = found.length > limit;
  const ids = found.slice(0, limit);
  if (!forward) ids.reverse();
  const other = set.has(place.id) ||
    take(selection, back(store, set, order, place.id), 1).length > 0;
  const exact = accept.length === 0;
  return {
    ids,
    before: forward ? other : more,
    behind: forward ? more : other,
    count: exact ? set.size : ids.length,
    exact,
  };
}

/** The first calls of an order that pass what could not be looked up. */
function take(
  { accept }: Selection,
  batches: Generator<number[], void, undefined>,
  limit: number,
): number[] {
  const ids: number[] = [];
  for (const batch of batches) {
    // Only as many as may still be wanted are tested: a test reads the call.
    for (let at = 0; at < batch.length && ids.length < limit; at += 256) {
      const part = batch.slice(at, at + 256);
      ids.push(...accept.reduce((left, passes) => passes(left), part));
    }
    if (ids.length >= limit) break;
  }
  return ids.slice(0, limit);
}

/** Every call that fits, in order, in batches: what an export writes. */
export function* everyLogged(
  store: Store,
  filter: CallFilter,
  order: Order,
): Generator<number[], void, undefined> {
  catchUp(store, Number.MAX_SAFE_INTEGER);
  const selection = select(store, filter);
  for (const batch of inOrder(store, selection.set, order, 0)) {
    yield selection.accept.reduce((left, passes) => passes(left), batch);
  }
}
