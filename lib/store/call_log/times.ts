import type { Store } from "../database.ts";
import type { CallFacts } from "./facts.ts";

/** Calls of one row. */
const CALLS = 512;
/** Start as a 64-bit float, then the time from there to the answer and to the end, as whole ms of 32 bits. */
const CELL_BYTES = 16;
/** Never answered; goes on. */
const NONE = 0xffff_ffff;
/** A call that goes on may end at any time. */
const FAR = 8.64e15;

/** When calls began, were answered and ended, in the order of their IDs. Times are ms since the epoch, UTC. */
export interface CallTimes {
  readonly count: number;
  readonly id: Uint32Array;
  readonly startedAt: Float64Array;
  /** From the start; -1 where nobody answered. */
  readonly answeredAfter: Float64Array;
  /** From the start; -1 while the call goes on. */
  readonly endedAfter: Float64Array;
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

/** The calls that went on at some moment of the stretch from `from` up to `to`, or began in it. */
export function timesBetween(store: Store, from: number, to: number): CallTimes {
  const blocks = store.all<{ block: number; cells: Uint8Array }>(
    "SELECT block, cells FROM call_times WHERE first_at < ? AND last_at >= ? ORDER BY block",
    to,
    from,
  );
  const most = blocks.length * CALLS;
  const id = new Uint32Array(most);
  const startedAt = new Float64Array(most);
  const answeredAfter = new Float64Array(most);
  const endedAfter = new Float64Array(most);
  let count = 0;
  for (const { block, cells } of blocks) {
    const view = new DataView(cells.buffer, cells.byteOffset, cells.byteLength);
    for (let cell = 0; cell < CALLS; cell++) {
      const start = view.getFloat64(cell * CELL_BYTES, true);
      // False for a place without a call, too.
      if (!(start < to)) continue;
      const end = view.getUint32(cell * CELL_BYTES + 12, true);
      if (start < from && end !== NONE && start + end < from) continue;
      const answer = view.getUint32(cell * CELL_BYTES + 8, true);
      id[count] = block * CALLS + cell;
      startedAt[count] = start;
      answeredAfter[count] = answer === NONE ? -1 : answer;
      endedAfter[count] = end === NONE ? -1 : end;
      count++;
    }
  }
  return { count, id, startedAt, answeredAfter, endedAfter };
}
