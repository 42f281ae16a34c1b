import type { Store } from "../database.ts";
import type { CallFacts } from "./facts.ts";

/** Calls of one row. */
const CALLS = 512;
/** Start as a 64-bit float, then the time from there to the answer and to the end, as whole ms of 32 bits. */
const CELL_BYTES = 16;
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
    for (const id of inBlock) writeCell(view, id % CALLS * CELL_BYTES, facts.get(id));
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
  const cells = new Uint8Array(CALLS * CELL_BYTES);
  const view = new DataView(cells.buffer);
  for (let at = 0; at < cells.length; at += CELL_BYTES) view.setFloat64(at, NaN, true);
  return cells;
}

function writeCell(view: DataView, at: number, call: CallFacts | undefined): void {
  if (call === undefined) return view.setFloat64(at, NaN, true);
  const { started_at, answered_at, ended_at } = call;
  const after = (moment: number | null) =>
    moment === null ? NONE : Math.min(NONE - 1, Math.max(0, moment - started_at));
  view.setFloat64(at, started_at, true);
  view.setUint32(at + 8, after(answered_at), true);
  view.setUint32(at + 12, after(ended_at), true);
}

function reachOf(view: DataView): { readonly firstAt: number; readonly lastAt: number } {
  let [firstAt, lastAt] = [FAR, 0];
  for (let at = 0; at < view.byteLength; at += CELL_BYTES) {
    const start = view.getFloat64(at, true);
    if (Number.isNaN(start)) continue;
    const after = view.getUint32(at + 12, true);
    firstAt = Math.min(firstAt, start);
    lastAt = Math.max(lastAt, after === NONE ? FAR : start + after);
  }
  return { firstAt, lastAt };
}

/** At least the calls that began between the two moments, or went on then. */
export function timesBetween(store: Store, from: number, to: number): CallTimes {
  const blocks = store.all<{ block: number; cells: Uint8Array }>(
    "SELECT block, cells FROM call_times WHERE first_at < ? AND last_at >= ? ORDER BY block",
    to,
    from,
  );
  const first = blocks[0]?.block ?? 0;
  const size = ((blocks.at(-1)?.block ?? -1) - first + 1) * CALLS;
  const startedAt = new Float64Array(size).fill(NaN);
  const answeredAfter = new Uint32Array(size);
  const endedAfter = new Uint32Array(size);
  for (const { block, cells } of blocks) {
    const view = new DataView(cells.buffer, cells.byteOffset, cells.byteLength);
    const place = (block - first) * CALLS;
    for (let cell = 0; cell < CALLS; cell++) {
      const at = cell * CELL_BYTES;
      startedAt[place + cell] = view.getFloat64(at, true);
      answeredAfter[place + cell] = view.getUint32(at + 8, true);
      endedAfter[place + cell] = view.getUint32(at + 12, true);
    }
  }
  return { base: first * CALLS, size, startedAt, answeredAfter, endedAfter };
}
