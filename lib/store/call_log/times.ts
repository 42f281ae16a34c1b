import type { Store } from "../database.ts";
import type { CallFacts } from "./facts.ts";

/** Calls of one row. */
const CALLS = 512;
/**
 * A row's bytes, little-endian: all starts as 64-bit floats (NaN: no such call), then for each call the time from
 * there to the answer, then to the end, as whole ms of 32 bits.
 */
const ANSWERS_AT = CALLS * 8;
const ENDS_AT = CALLS * 12;
const BLOCK_BYTES = CALLS * 16;
/** Rows that are in memory at once. */
const ROWS = 256;
const PART = 64;
/** Never answered; goes on. */
export const NONE = 0xffff_ffff;
/** A call that goes on may end at any time. */
const FAR = 8.64e15;

/**
 * When calls began, were answered and ended, by their IDs: `base` has place 0. Times are ms; `NONE` where nobody
 * answered, and while a call goes on.
 */
export interface CallTimes {
  /** A multiple of 32. */
  readonly base: number;
  readonly size: number;
  /** Since the epoch, UTC; NaN where there is no call. */
  readonly startedAt: Float64Array;
  /** From the start. */
  readonly answeredAfter: Uint32Array;
  readonly endedAfter: Uint32Array;
}

/** Keeps the times of calls whose facts have changed; those of `ids` without facts are gone. */
export function writeTimes(
  store: Store,
  ids: readonly number[],
  facts: ReadonlyMap<number, CallFacts>,
): void {
  for (const [block, inBlock] of Map.groupBy(ids, (id) => Math.floor(id / CALLS))) {
    const kept = store.get<{ cells: Uint8Array }>(
      "SELECT cells FROM call_times WHERE block = ?",
      block,
    );
    const cells = kept?.cells ?? emptyBlock();
    const view = new DataView(cells.buffer, cells.byteOffset, cells.byteLength);
    for (const id of inBlock) writeCall(view, id % CALLS, facts.get(id));
    const { firstAt, lastAt } = reachOf(view);
    store.run(
      `INSERT INTO call_times (block, first_at, last_at, cells) VALUES (?, ?, ?, ?)
       ON CONFLICT (block) DO UPDATE
       SET first_at = excluded.first_at, last_at = excluded.last_at, cells = excluded.cells`,
      block,
      firstAt,
      lastAt,
      cells,
    );
  }
}

function emptyBlock(): Uint8Array {
  const cells = new Uint8Array(BLOCK_BYTES);
  const view = new DataView(cells.buffer);
  for (let call = 0; call < CALLS; call++) view.setFloat64(call * 8, NaN, true);
  return cells;
}

function writeCall(view: DataView, at: number, call: CallFacts | undefined): void {
  if (call === undefined) return view.setFloat64(at * 8, NaN, true);
  const { started_at, answered_at, ended_at } = call;
  const after = (moment: number | null) =>
    moment === null ? NONE : Math.min(NONE - 1, Math.max(0, moment - started_at));
  view.setFloat64(at * 8, started_at, true);
  view.setUint32(ANSWERS_AT + at * 4, after(answered_at), true);
  view.setUint32(ENDS_AT + at * 4, after(ended_at), true);
}

function reachOf(view: DataView): { readonly firstAt: number; readonly lastAt: number } {
  let [firstAt, lastAt] = [FAR, 0];
  for (let call = 0; call < CALLS; call++) {
    const start = view.getFloat64(call * 8, true);
    if (Number.isNaN(start)) continue;
    const after = view.getUint32(ENDS_AT + call * 4, true);
    firstAt = Math.min(firstAt, start);
    lastAt = Math.max(lastAt, after === NONE ? FAR : start + after);
  }
  return { firstAt, lastAt };
}

/** The times of all calls, part by part, each a millisecond's work. */
export function* timesInParts(store: Store): Generator<CallTimes, void, undefined> {
  const last = store.get<{ block: number | null }>("SELECT max(block) AS block FROM call_times");
  for (let block = 0; block <= (last?.block ?? -1); block += PART) {
    yield timesOfRows(store, block, block + PART - 1, 0, FAR);
  }
}

/** At least the calls that began between the two moments, or went on then. */
export function timesBetween(store: Store, from: number, to: number): CallTimes {
  const reach = store.get<{ first: number | null; last: number | null }>(
    `SELECT min(block) AS first, max(block) AS last FROM call_times
     WHERE first_at < ? AND last_at >= ?`,
    to,
    from,
  );
  return timesOfRows(store, reach?.first ?? 0, reach?.last ?? -1, from, to);
}

function timesOfRows(
  store: Store,
  first: number,
  last: number,
  from: number,
  to: number,
): CallTimes {
  const size = (last - first + 1) * CALLS;
  const startedAt = new Float64Array(size);
  const answeredAfter = new Uint32Array(size);
  const endedAfter = new Uint32Array(size);
  let next = first;
  const noCallsBefore = (block: number) => {
    startedAt.fill(NaN, (next - first) * CALLS, (block - first) * CALLS);
    next = block + 1;
  };
  for (let at = first; at <= last; at += ROWS) {
    const rows = store.all<{ block: number; cells: Uint8Array }>(
      `SELECT block, cells FROM call_times
       WHERE block BETWEEN ? AND ? AND first_at < ? AND last_at >= ? ORDER BY block`,
      at,
      Math.min(last, at + ROWS - 1),
      to,
      from,
    );
    for (const { block, cells } of rows) {
      noCallsBefore(block);
      const { buffer, byteOffset } = cells.byteOffset % 8 === 0 ? cells : cells.slice();
      const place = (block - first) * CALLS;
      startedAt.set(new Float64Array(buffer, byteOffset, CALLS), place);
      answeredAfter.set(new Uint32Array(buffer, byteOffset + ANSWERS_AT, CALLS), place);
      endedAfter.set(new Uint32Array(buffer, byteOffset + ENDS_AT, CALLS), place);
    }
  }
  noCallsBefore(last + 1);
  return { base: first * CALLS, size, startedAt, answeredAfter, endedAfter };
}
