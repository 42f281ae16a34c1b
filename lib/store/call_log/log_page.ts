import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { catchUpForQuestion, unmarkedCalls } from "./catch_up.ts";
import { type CallFilter, select, type Selection } from "./filter.ts";
import { inOrder, inTimeFrom, type Order } from "./sort.ts";

/** Where a page of the log begins. */
export type LogPlace =
  /** 1 is the first. */
  | { readonly kind: "page"; readonly page: number }
  /** By time alone: behind or before a call, which need not fit the filter: new calls shift nothing. */
  | { readonly kind: "behind" | "before"; readonly id: number }
  /** The last rows. */
  | { readonly kind: "end" };

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
  /** How many rows stand before the page; null where that would have to be counted row by row. */
  readonly skipped: number | null;
  /** Not all was looked through in the time there is: more may fit. */
  readonly cut: boolean;
  /** The words for a customer find so many of them that the calls of others are missing. */
  readonly someCustomers: boolean;
  /** How many changed calls the page does not yet show as they are now, counted up to 10,000. */
  readonly unmarked: number;
}

/**
 * One page of the log. The time it takes follows from the number of all calls divided by 8, not from how many
 * fit the filter, in which order they stand, or how deep the page is.
 */
export function logPage(store: Store, asked: LogAsked): LogPage {
  const unmarked = catchUpForQuestion(store) ? 0 : unmarkedCalls(store);
  const selection = select(store, asked.filter);
  const { someCustomers } = selection;
  return { ...foundPage(store, selection, asked), someCustomers, unmarked };
}

type Found = Omit<LogPage, "unmarked" | "someCustomers">;

function foundPage(
  store: Store,
  selection: Selection,
  { order, place, limit }: LogAsked,
): Found {
  if (place.kind === "page") return pageByNumber(store, selection, order, place.page, limit);
  // Where calls are tested one by one, nobody knows which is the last.
  if (place.kind === "end" && selection.accept.length === 0) {
    return pageByNumber(store, selection, order, pagesOf(selection.set.size, limit), limit);
  }
  if (order.sort === "at" && place.kind !== "end") {
    return pageByPlace(selection, order.up, place, limit);
  }
  return pageByNumber(store, selection, order, 1, limit);
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
): Found {
  const skip = (page - 1) * limit;
  const { set, accept } = selection;
  if (accept.length > 0) {
    const { ids, cut } = take(selection, inOrder(store, set, order, 0), skip + limit + 1);
    const behind = ids.length > skip + limit;
    const count = ids.length;
    const exact = !behind && !cut;
    return {
      ids: ids.slice(skip, skip + limit),
      before: page > 1,
      behind,
      count,
      exact,
      skipped: skip,
      cut,
    };
  }
  const count = set.size;
  const { ids, cut } = take(selection, inOrder(store, set, order, skip), limit);
  const behind = count > skip + limit;
  return { ids, before: page > 1, behind, count, exact: true, skipped: skip, cut };
}

function pageByPlace(
  selection: Selection,
  up: boolean,
  { kind, id }: Extract<LogPlace, { readonly id: number }>,
  limit: number,
): Found {
  const { set, accept } = selection;
  const forward = kind === "behind";
  const { ids: found, cut } = take(selection, inTimeFrom(set, up === forward, id), limit + 1);
  const more = found.length > limit;
  const ids = found.slice(0, limit);
  if (!forward) ids.reverse();
  const exact = accept.length === 0;
  const other = exact && set.has(id) ||
    take(selection, inTimeFrom(set, up !== forward, id), 1).ids.length > 0;
  return {
    ids,
    before: forward ? other : more,
    behind: forward ? more : other,
    count: exact ? set.size : ids.length,
    exact,
    skipped: exact ? skippedBefore(set, up, ids[0]) : null,
    cut,
  };
}

function skippedBefore(set: IdSet, up: boolean, first: number | undefined): number {
  if (first === undefined) return 0;
  return (up ? set.copy().between(0, first - 1) : set.copy().between(first + 1, set.capacity)).size;
}

/** Calls that are tested one by one for a page; this thread answers everybody. */
const MOST_TESTED = 12_000;
/** A page that is not full after this time, in ms, ends where it is and says so. */
const LONGEST_MS = 300;
/** A small office is looked through whole, however busy the machine is. */
const TESTED_ALWAYS = 3000;
const BATCHES_ALWAYS = 6;

/** The first calls of an order that pass what could not be looked up. */
function take(
  { accept }: Selection,
  batches: Generator<number[], void, undefined>,
  limit: number,
): { readonly ids: number[]; readonly cut: boolean } {
  const ids: number[] = [];
  const until = performance.now() + LONGEST_MS;
  let [tested, walked] = [0, 0];
  for (const batch of batches) {
    for (let at = 0; at < batch.length && ids.length < limit; at += 256) {
      const enough = accept.length > 0 && tested >= TESTED_ALWAYS;
      if (enough && performance.now() > until) return { ids, cut: true };
      const part = batch.slice(at, at + 256);
      ids.push(...accept.reduce((left, passes) => passes(left), part));
      tested += part.length;
    }
    if (ids.length >= limit) break;
    if (accept.length > 0 && tested >= MOST_TESTED) return { ids, cut: true };
    if (++walked >= BATCHES_ALWAYS && performance.now() > until) return { ids, cut: true };
  }
  return { ids: ids.slice(0, limit), cut: false };
}

/** Calls of a batch of an export. */
const BATCH = 256;

/**
 * Every call that fits, in order, in batches: what an export writes. Nothing is marked by it, so that it can be
 * read from a connection that only reads.
 */
export function* everyLogged(
  store: Store,
  filter: CallFilter,
  order: Order,
): Generator<number[], void, undefined> {
  const { set, accept } = select(store, filter);
  for (const ids of inOrder(store, set, order, 0)) {
    for (let at = 0; at < ids.length; at += BATCH) {
      yield accept.reduce((left, passes) => passes(left), ids.slice(at, at + BATCH));
    }
  }
}
