import { BLOCK_BYTES, IdSet } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { knownMarks } from "./known_marks.ts";

/** Blocks of one mark: more than any office fills with calls. */
export const BLOCKS = 2 ** 20;

/** The names of marks that stand for a value. */
export const MARK = {
  /** Rang or was at an extension that was this person's at that moment. */
  atAgent: (staffId: number | string) => `at:${staffId}`,
  /** The last one to talk or dial: the agent whom the list shows. */
  byAgent: (staffId: number | string) => `by:${staffId}`,
  extension: (number: string) => `ext:${number}`,
  /** The last one to talk or dial. */
  byExtension: (number: string) => `byext:${number}`,
  /** The grade that the customer has now. */
  grade: (grade: string) => `grade:${grade}`,
  /** `trunk` is `1.2`: the line's ID and the trunk. */
  trunk: (trunk: string) => `trunk:${trunk}`,
  /** Any finished note on the call has this consultation type. */
  type: (type: string) => `type:${type}`,
  /** The first finished note has it: the type that the list shows. */
  shownType: (type: string) => `shown:${type}`,
} as const;

/** One more than the highest call that has marks. */
export function capacityOf(store: Store): number {
  const state = store.get<{ last_id: number }>("SELECT last_id FROM call_log_state");
  return (state?.last_id ?? 0) + 1;
}

/** The calls that have a mark; none where nobody ever had it. The caller may change the set. */
export function callsMarked(store: Store, name: string, capacity: number): IdSet {
  const known = knownMarks(store);
  const kept = known.get(name, capacity);
  if (kept !== null) return kept.copy();
  const set = new IdSet(capacity);
  const mark = store.get<{ id: number }>("SELECT id FROM call_marks WHERE name = ?", name);
  if (mark === undefined) return set;
  const bytes = new Uint8Array(set.words.buffer);
  const blocks = store.all<{ place: number; bits: Uint8Array }>(
    "SELECT place, bits FROM call_bits WHERE place >= ? AND place < ?",
    mark.id * BLOCKS,
    (mark.id + 1) * BLOCKS,
  );
  for (const { place, bits } of blocks) bytes.set(bits, place % BLOCKS * BLOCK_BYTES);
  known.keep(name, set.copy());
  return set;
}

/** What stands behind a prefix (`ext:`, `trunk:`) of the marks there are: the values that calls have had. */
export function valuesMarked(store: Store, prefix: string): string[] {
  return store.all<{ name: string }>(
    "SELECT name FROM call_marks WHERE name >= ? AND name < ? || char(1114111) ORDER BY name",
    prefix,
    prefix,
  ).map(({ name }) => name.slice(prefix.length));
}

/** The same for each of these prefixes, in one question. */
export function valuesMarkedEach<Prefix extends string>(
  store: Store,
  prefixes: readonly Prefix[],
): (prefix: Prefix) => string[] {
  const rows = store.all<{ prefix: string; name: string }>(
    `SELECT asked.value AS prefix, name FROM json_each(?) AS asked
     CROSS JOIN call_marks ON name >= asked.value AND name < asked.value || char(1114111)
     ORDER BY name`,
    JSON.stringify(prefixes),
  );
  const found = Map.groupBy(rows, ({ prefix }) => prefix);
  return (prefix) => (found.get(prefix) ?? []).map(({ name }) => name.slice(prefix.length));
}
