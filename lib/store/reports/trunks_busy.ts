import { allBusy, type Stretch } from "../../domain/trunk_load.ts";
import { trunksOfLine } from "../../switches/switch_kinds.ts";
import { callsMarked, MARK } from "../call_log/marks.ts";
import { NONE } from "../call_log/times.ts";
import type { Store } from "../database.ts";
import { type CallColumns, mark } from "./call_columns.ts";

/** When all trunks of a line were in use at once, within the stretch of the columns; line by line, in order. */
export function trunksBusy(store: Store, columns: CallColumns, now: number): Stretch[] {
  const lines = store.all<{ id: number; device: string; dialect: string }>(
    "SELECT id, device, dialect FROM lines ORDER BY id",
  );
  const { startedAt, endedAfter, size, from, to } = columns;
  const order = orderByStart(columns);
  return lines.flatMap((line) => {
    const trunks = trunksOfLine(line);
    const trunk = new Uint8Array(size);
    trunks.forEach((name, index) => {
      const set = callsMarked(store, MARK.trunk(`${line.id}.${name}`), columns.capacity);
      mark(columns, set, trunk, index + 1);
    });
    const count = order?.length ?? size;
    const use = { count, order, trunk, startedAt, endedAfter, live: NONE, now };
    return allBusy(use, trunks.length, from, to);
  });
}

/** The calls in the order in which they began; null: that is the order of their IDs, as long as no clock is set back. */
function orderByStart({ startedAt, size }: CallColumns): Uint32Array | null {
  let newest = -Infinity;
  let place = 0;
  while (place < size && !(startedAt[place]! < newest)) {
    if (startedAt[place]! > newest) newest = startedAt[place]!;
    place++;
  }
  if (place === size) return null;
  const places = Uint32Array.from(startedAt.keys()).filter((at) => !Number.isNaN(startedAt[at]));
  return places.sort((a, b) => startedAt[a]! - startedAt[b]!);
}
