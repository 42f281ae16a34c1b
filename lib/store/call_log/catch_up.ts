import { BLOCK_BYTES, BLOCK_IDS } from "../../domain/id_set.ts";
import type { Store } from "../database.ts";
import { DatabaseRefused } from "../refused.ts";
import { type CallFacts, factsOf, marksOf } from "./facts.ts";
import { countMarksWritten, knownMarks } from "./known_marks.ts";
import { BLOCKS } from "./marks.ts";
import { loosen } from "./orders.ts";
import { writeTimes } from "./times.ts";
import { pairsOf } from "./word_pairs.ts";

/** Calls that are looked at in one transaction: about ten milliseconds of them. */
const SLICE = 250;

/**
 * Calls that are looked at before a question is answered. What an office changes between two questions is far
 * less; what a merge or an import changes comes in the background.
 */
const BEFORE_A_QUESTION = SLICE;

/**
 * Brings the marks up to what calls, connections, notes and customers say now, `most` calls at most: triggers have
 * written down which ones changed. Returns how many were looked at; fewer than `most` means that all are done.
 */
export function catchUp(store: Store, most: number): number {
  let done = 0;
  while (done < most && isBehind(store)) {
    const limit = Math.min(SLICE, most - done);
    const count = store.transaction(() => catchUpSlice(store, limit));
    done += count;
    if (count < limit) break;
  }
  return done;
}

/**
 * The same before a question is answered; whether all is caught up. A disk that cannot be written leaves the marks
 * as they are, and the question is answered by them.
 */
export function catchUpForQuestion(store: Store): boolean {
  try {
    return catchUp(store, BEFORE_A_QUESTION) < BEFORE_A_QUESTION;
  } catch (error) {
    if (error instanceof DatabaseRefused) return false;
    throw error;
  }
}

/** Where nothing has changed, nothing is written: a page that is read does not wait for whoever writes. */
function isBehind(store: Store): boolean {
  return store.get("SELECT 1 FROM call_changes LIMIT 1") !== undefined;
}

/** Changes are counted as far as this. */
const MOST_COUNTED = 10_000;

/** How many changed calls wait to be marked, 10,000 at most: no figure and no page knows of their changes yet. */
export function unmarkedCalls(store: Store): number {
  const row = store.get<{ n: number }>(
    "SELECT count(*) AS n FROM (SELECT 1 FROM call_changes LIMIT ?)",
    MOST_COUNTED,
  );
  return row?.n ?? 0;
}

function catchUpSlice(store: Store, limit: number): number {
  const ids = store.all<{ call_id: number }>(
    "SELECT call_id FROM call_changes ORDER BY call_id LIMIT ?",
    limit,
  ).map((row) => row.call_id);
  const [first, last] = [ids[0], ids.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const facts = new Map(factsOf(store, ids).map((call) => [call.id, call]));
  for (const [block, inBlock] of Map.groupBy(ids, (id) => Math.floor(id / BLOCK_IDS))) {
    const bits = new BlockOfMarks(store, block);
    for (const id of inBlock) markCall(store, bits, id, facts.get(id));
    bits.write();
  }
  countMarksWritten(store);
  writeTimes(store, ids, facts);
  noteOrder(store, [...facts.values()]);
  loosen(store, ids);
  store.run("DELETE FROM call_changes WHERE call_id BETWEEN ? AND ?", first, last);
  return ids.length;
}

function markCall(
  store: Store,
  bits: BlockOfMarks,
  id: number,
  facts: CallFacts | undefined,
): void {
  const hadNote = bits.has("note", id);
  bits.set(id, facts === undefined ? new Set() : marksOf(facts));
  if (facts?.normal) rememberNumber(store, facts.normal);
  const text = facts?.notes.map((note) => note.text).join("\n") ?? "";
  if (facts !== undefined && facts.notes.length > 0) writeWords(store, id, text);
  else if (hadNote) removeWords(store, id);
}

function rememberNumber(store: Store, normal: string): void {
  const { changes, id } = store.run(
    "INSERT INTO call_numbers (normal) VALUES (?) ON CONFLICT DO NOTHING",
    normal,
  );
  if (changes === 0) return;
  store.run("INSERT INTO call_number_parts (rowid, normal) VALUES (?, ?)", id, normal);
}

function writeWords(store: Store, id: number, text: string): void {
  const line = text.trimStart().split("\n", 1)[0]!.slice(0, 80).toLowerCase();
  store.run(
    `INSERT INTO call_lines (call_id, line) VALUES (?, ?)
     ON CONFLICT (call_id) DO UPDATE SET line = excluded.line`,
    id,
    line,
  );
  store.run("INSERT OR REPLACE INTO call_words (rowid, pairs) VALUES (?, ?)", id, pairsOf(text));
}

function removeWords(store: Store, id: number): void {
  store.run("DELETE FROM call_lines WHERE call_id = ?", id);
  store.run("DELETE FROM call_words WHERE rowid = ?", id);
}

/** Keeps which calls began before an earlier one, by a clock that was set back. */
function noteOrder(store: Store, calls: readonly CallFacts[]): void {
  const state = store.get<{ last_id: number; newest_start: number }>(
    "SELECT last_id, newest_start FROM call_log_state",
  ) as { last_id: number; newest_start: number };
  let { last_id: lastId, newest_start: newest } = state;
  for (const { id, started_at: startedAt } of calls) {
    if (id <= lastId) continue;
    lastId = id;
    if (startedAt >= newest) newest = startedAt;
    else store.run("INSERT INTO call_late (call_id, started_at) VALUES (?, ?)", id, startedAt);
  }
  store.run("UPDATE call_log_state SET last_id = ?, newest_start = ?", lastId, newest);
}

/** All marks of one block of calls. */
class BlockOfMarks {
  readonly #marks = new Map<string, { readonly mark: number; readonly bits: Uint8Array }>();
  readonly #changed = new Set<string>();

  constructor(private readonly store: Store, private readonly block: number) {
    const rows = store.all<{ id: number; name: string; bits: Uint8Array | null }>(
      `SELECT call_marks.id, call_marks.name, call_bits.bits
       FROM call_marks LEFT JOIN call_bits ON call_bits.place = call_marks.id * 1048576 + ?`,
      block,
    );
    for (const { id, name, bits } of rows) {
      this.#marks.set(name, { mark: id, bits: bits ?? new Uint8Array(BLOCK_BYTES) });
    }
  }

  has(name: string, id: number): boolean {
    const at = id % BLOCK_IDS;
    return ((this.#marks.get(name)?.bits[at >> 3] ?? 0) >> (at & 7) & 1) === 1;
  }

  /** Gives a call these marks and no others. */
  set(id: number, names: ReadonlySet<string>): void {
    for (const name of names) if (!this.#marks.has(name)) this.#add(name);
    const [byte, bit] = [id % BLOCK_IDS >> 3, 1 << (id & 7)];
    for (const [name, { bits }] of this.#marks) {
      const was = bits[byte]!;
      const is = names.has(name) ? was | bit : was & ~bit;
      if (is === was) continue;
      bits[byte] = is;
      this.#changed.add(name);
    }
  }

  write(): void {
    const known = knownMarks(this.store);
    for (const name of this.#changed) {
      const { mark, bits } = this.#marks.get(name)!;
      known.write(name, this.block, bits);
      this.store.run(
        `INSERT INTO call_bits (place, bits) VALUES (?, ?)
         ON CONFLICT (place) DO UPDATE SET bits = excluded.bits`,
        mark * BLOCKS + this.block,
        bits,
      );
    }
  }

  #add(name: string): void {
    const { id } = this.store.run("INSERT INTO call_marks (name) VALUES (?)", name);
    this.#marks.set(name, { mark: id, bits: new Uint8Array(BLOCK_BYTES) });
  }
}
