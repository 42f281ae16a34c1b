import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { KEYED, type KeyedSort } from "./keyed_sort.ts";
import { callsMarked, MARK, RING_DIGITS, TALK_DIGITS } from "./marks.ts";
import { bySeconds } from "./second_sort.ts";
import { sortRings, sortTalks } from "./sort_few.ts";

/** What the log can be sorted by: a column each. */
export const CALL_SORTS = [
  "at",
  "state",
  "customer",
  "number",
  "code",
  "company",
  "agent",
  "type",
  "ring",
  "talk",
  "note",
] as const;
export type CallSort = (typeof CALL_SORTS)[number];

export interface Order {
  readonly sort: CallSort;
  /** The smallest first. Calls without the thing stand at the end either way; equal ones by time, as `up` says. */
  readonly up: boolean;
}

/** Whether a page can begin behind a given call: without counting, however deep it is. */
export function hasPlaces(sort: CallSort): boolean {
  return sort === "at" || KEYED[sort] !== undefined;
}

/** The calls of a set in order, in batches, without the first `skip` of them. */
export function* inOrder(
  store: Store,
  set: IdSet,
  { sort, up }: Order,
  skip: number,
): Generator<number[], void, undefined> {
  const keyed = KEYED[sort];
  if (keyed !== undefined) return yield* skipped(keyedOrder(store, set, keyed, up, null), skip);
  if (sort === "at") return yield* set.inOrder(up, skip);
  if (sort === "ring" || sort === "talk") return yield* timeOrder(store, set, sort, up, skip);
  yield* valueOrder(store, set, valuesInOrder(store, sort, up), up, skip);
}

/** The calls of a set that stand behind the call `id` in order; `id` itself need not be in the set. */
export function* inOrderBehind(
  store: Store,
  set: IdSet,
  { sort, up }: Order,
  id: number,
): Generator<number[], void, undefined> {
  const keyed = KEYED[sort];
  if (keyed !== undefined) return yield* keyedOrder(store, set, keyed, up, id);
  yield* behind(set, up, id).inOrder(up);
}

/** The same, nearest first, for those that stand before the call `id`; null is the end of all. */
export function* inOrderBefore(
  store: Store,
  set: IdSet,
  { sort, up }: Order,
  id: number | null,
): Generator<number[], void, undefined> {
  const keyed = KEYED[sort];
  if (keyed === undefined) return yield* behind(set, !up, id).inOrder(!up);
  const keys = callsMarked(store, keyed.mark, set.capacity);
  const [having, lacking] = [set.copy().and(keys), set.copy().without(keys)];
  if (id !== null && keys.has(id)) return yield* keyed.walk(store, having, !up, id);
  yield* behind(lacking, !up, id).inOrder(!up);
  yield* keyed.walk(store, having, !up, null);
}

function behind(set: IdSet, up: boolean, id: number | null): IdSet {
  if (id === null) return set;
  return up ? set.copy().between(id + 1, set.capacity) : set.copy().between(0, id - 1);
}

/** Calls with a key in its order, from behind `from` on; then those without one. */
function* keyedOrder(
  store: Store,
  set: IdSet,
  keyed: KeyedSort,
  up: boolean,
  from: number | null,
): Generator<number[], void, undefined> {
  const keys = callsMarked(store, keyed.mark, set.capacity);
  const lacking = set.copy().without(keys);
  if (from !== null && !keys.has(from)) return yield* behind(lacking, up, from).inOrder(up);
  yield* keyed.walk(store, set.copy().and(keys), up, from);
  yield* lacking.inOrder(up);
}

/** One value after the other; within each by time. */
function* valueOrder(
  store: Store,
  set: IdSet,
  marks: readonly string[],
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> {
  const rest = set.copy();
  let left = rest.size;
  for (const mark of marks) {
    if (left === 0) return;
    const part = callsMarked(store, mark, set.capacity).and(rest);
    rest.without(part);
    const { size } = part;
    left -= size;
    if (skip >= size) skip -= size;
    else {
      yield* part.inOrder(up, skip);
      skip = 0;
    }
  }
  yield* rest.inOrder(up, skip);
}

/** What goes on stands before what is over. */
const STATES = ["live", "missed", "answered", "outbound"];

function valuesInOrder(
  store: Store,
  sort: Exclude<CallSort, "at" | "ring" | "talk">,
  up: boolean,
): string[] {
  const marks = sort === "state"
    ? STATES
    : sort === "agent"
    ? store.all<{ id: number }>("SELECT id FROM staff ORDER BY name, id")
      .map(({ id }) => MARK.byAgent(id))
    : store.all<{ name: string }>(
      `SELECT substr(name, 7) AS name FROM call_marks
       WHERE name >= 'shown:' AND name < 'shown;' ORDER BY name`,
    ).map(({ name }) => MARK.shownType(name));
  return up ? marks : marks.toReversed();
}

function* timeOrder(
  store: Store,
  set: IdSet,
  sort: "ring" | "talk",
  up: boolean,
  skip: number,
): Generator<number[], void, undefined> {
  const having = callsMarked(store, sort, set.capacity).and(set);
  const { size } = having;
  const rest = set.copy().without(having);
  if (skip < size) {
    const [name, digits, sortFew] = sort === "ring"
      ? [MARK.ring, RING_DIGITS, sortRings] as const
      : [MARK.talk, TALK_DIGITS, sortTalks] as const;
    const digit = (at: number) => callsMarked(store, name(at), set.capacity);
    yield* bySeconds(having, digit, digits, (ids) => sortFew(store, ids), up, skip);
    skip = 0;
  } else skip -= size;
  yield* rest.inOrder(up, skip);
}

function* skipped(
  batches: Generator<number[], void, undefined>,
  skip: number,
): Generator<number[], void, undefined> {
  for (const batch of batches) {
    yield skip === 0 ? batch : batch.slice(skip);
    skip = Math.max(0, skip - batch.length);
  }
}
