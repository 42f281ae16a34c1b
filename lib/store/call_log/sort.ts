import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { KEYED, keyedOrder } from "./keyed_sort.ts";
import { callsMarked, MARK } from "./marks.ts";

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

/** The calls of a set in order, in batches, without the first `skip` of them. */
export function* inOrder(
  store: Store,
  set: IdSet,
  { sort, up }: Order,
  skip: number,
): Generator<number[], void, undefined> {
  switch (sort) {
    case "at":
      return yield* set.inOrder(up, skip);
    case "state":
    case "agent":
    case "type":
      return yield* valueOrder(store, set, valuesInOrder(store, sort, up), up, skip);
    default: {
      const keys = callsMarked(store, KEYED[sort].mark, set.capacity);
      const having = set.copy().and(keys);
      const { size } = having;
      if (skip < size) yield* keyedOrder(store, sort, having, up, skip);
      yield* set.copy().without(keys).inOrder(up, Math.max(0, skip - size));
    }
  }
}

/** The calls of a set that began after the call `id` (`up`), or before it, nearest first. */
export function* inTimeFrom(
  set: IdSet,
  up: boolean,
  id: number,
): Generator<number[], void, undefined> {
  yield* (up ? set.copy().between(id + 1, set.capacity) : set.copy().between(0, id - 1))
    .inOrder(up);
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
  sort: "state" | "agent" | "type",
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
