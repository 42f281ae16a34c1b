/** A stretch of time in ms since the epoch, UTC; `to` does not belong to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Calls in the order in which they began: by their places in the other lists, where there is an order. */
export interface TrunkUse {
  readonly count: number;
  readonly order: Uint32Array | null;
  /** Which trunk of the line, from 1; 0 is none of it. */
  readonly trunk: Uint8Array;
  /** NaN: no call. */
  readonly startedAt: Float64Array;
  /** From the start; `live` for a call that goes on. */
  readonly endedAfter: Uint32Array;
  readonly live: number;
  readonly now: number;
}

/**
 * When each of `trunks` trunks was in use at the same time, in order, each stretch as long as it lasts, as far as
 * it lies between `since` and `before`.
 */
export function allBusy(
  use: TrunkUse,
  trunks: number,
  since: number,
  before: number,
): Stretch[] {
  const { count, order, trunk, startedAt, endedAfter, live, now } = use;
  const until = new Float64Array(trunks).fill(-Infinity);
  const found: { from: number; to: number }[] = [];
  for (let call = 0; call < count; call++) {
    const place = order === null ? call : order[call]!;
    const which = trunk[place]!;
    if (which === 0) continue;
    const start = startedAt[place]!;
    const after = endedAfter[place]!;
    const end = after === live ? Math.max(now, start) : start + after;
    // False where there is no call, too.
    if (!(end > until[which - 1]!)) continue;
    until[which - 1] = end;
    const from = Math.max(start, since);
    let to = Math.min(end, before);
    // Mostly one of the first trunks is free.
    for (let i = 0; i < trunks && to > from; i++) if (until[i]! < to) to = until[i]!;
    if (to <= from) continue;
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}
