import type { IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";

// The calls of a set in the order of an index over the calls themselves: the index is read in parts, and what
// is not in the set is passed over.

interface Key<Value> {
  readonly key: Value;
  readonly id: number;
}

/** Entries of the index that are read at a time. */
const PART = 1000;

/** Before and behind everything. */
const FIRST_TEXT: Key<string> = { key: "", id: 0 };
const LAST_TEXT: Key<string> = { key: "\u{10ffff}", id: Number.MAX_SAFE_INTEGER };
const FIRST_NUMBER: Key<number> = { key: 0, id: 0 };
const LAST_NUMBER: Key<number> = { key: Number.MAX_SAFE_INTEGER, id: 0 };

function* walk<Value>(
  set: Pick<IdSet, "has">,
  start: Key<Value>,
  next: (place: Key<Value>, limit: number) => Key<Value>[],
): Generator<number[], void, undefined> {
  let place = start;
  while (true) {
    const part = next(place, PART);
    const found = part.filter(({ id }) => set.has(id)).map(({ id }) => id);
    // Nothing found is told too: whoever waits can have waited long enough.
    yield found;
    if (part.length < PART) return;
    place = part.at(-1)!;
  }
}

export function walkNumbers(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  const sql = up
    ? `SELECT normal AS key, id FROM calls WHERE normal IS NOT NULL AND (normal, id) > (?, ?)
       ORDER BY normal, id LIMIT ?`
    : `SELECT normal AS key, id FROM calls WHERE normal IS NOT NULL AND (normal, id) < (?, ?)
       ORDER BY normal DESC, id DESC LIMIT ?`;
  return walk(
    set,
    up ? FIRST_TEXT : LAST_TEXT,
    (place, limit) => store.all<Key<string>>(sql, place.key, place.id, limit),
  );
}

export function walkCodes(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  const sql = up
    ? `SELECT customer_id AS key, id FROM calls
       WHERE customer_id IS NOT NULL AND (customer_id, id) > (?, ?)
       ORDER BY customer_id, id LIMIT ?`
    : `SELECT customer_id AS key, id FROM calls
       WHERE customer_id IS NOT NULL AND (customer_id, id) < (?, ?)
       ORDER BY customer_id DESC, id DESC LIMIT ?`;
  return walk(
    set,
    up ? FIRST_NUMBER : LAST_NUMBER,
    (place, limit) => store.all<Key<number>>(sql, place.key, place.id, limit),
  );
}

export function walkLines(store: Store, set: Pick<IdSet, "has">, up: boolean) {
  const sql = up
    ? `SELECT line AS key, call_id AS id FROM call_lines WHERE (line, call_id) > (?, ?)
       ORDER BY line, call_id LIMIT ?`
    : `SELECT line AS key, call_id AS id FROM call_lines WHERE (line, call_id) < (?, ?)
       ORDER BY line DESC, call_id DESC LIMIT ?`;
  return walk(
    set,
    up ? FIRST_TEXT : LAST_TEXT,
    (place, limit) => store.all<Key<string>>(sql, place.key, place.id, limit),
  );
}
