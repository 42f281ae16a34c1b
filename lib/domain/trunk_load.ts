/** A stretch of time in ms since the epoch, UTC; `to` does not belong to it. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The calls of one line in the order in which they began. */
export interface TrunkUse {
  readonly count: number;
  /** Which trunk of the line, from 0; a negative one is none of it. */
  trunkOf(call: number): number;
  startOf(call: number): number;
  endOf(call: number): number;
}

/** When each of `trunks` trunks was in use at the same time, in order, each stretch as long as it lasts. */
export function allBusy(use: TrunkUse, trunks: number): Stretch[] {
  const until = new Float64Array(trunks).fill(-Infinity);
  const found: { from: number; to: number }[] = [];
  for (let call = 0; call < use.count; call++) {
    const trunk = use.trunkOf(call);
    if (trunk < 0) continue;
    const from = use.startOf(call);
    until[trunk] = Math.max(until[trunk]!, use.endOf(call));
    let to = Infinity;
    for (let i = 0; i < trunks; i++) to = Math.min(to, until[i]!);
    if (!(to > from)) continue;
    const last = found.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** What of a stretch lies between two moments; null where nothing does. */
export function within({ from, to }: Stretch, since: number, until: number): Stretch | null {
  const cut = { from: Math.max(from, since), to: Math.min(to, until) };
  return cut.from < cut.to ? cut : null;
}
