import { allBusy, type Stretch, within } from "../../domain/trunk_load.ts";
import { parseDialect } from "../../protocol/dialect.ts";
import { callsMarked, MARK } from "../call_log/marks.ts";
import { NONE } from "../call_log/times.ts";
import type { Store } from "../database.ts";
import { type CallColumns, eachPlace } from "./call_columns.ts";

/** When all trunks of a line were in use at once, within the stretch of the columns; line by line, in order. */
export function trunksBusy(store: Store, columns: CallColumns, now: number): Stretch[] {
  const lines = store.all<{ id: number; dialect: string }>(
    "SELECT id, dialect FROM lines ORDER BY id",
  );
  const order = placesByStart(columns);
  return lines.flatMap(({ id, dialect }) => {
    const { trunks } = parseDialect(dialect.startsWith("{") ? JSON.parse(dialect) : dialect);
    const trunkOf = new Int8Array(columns.size).fill(-1);
    trunks.forEach((trunk, index) => {
      const set = callsMarked(store, MARK.trunk(`${id}.${trunk}`), columns.capacity);
      eachPlace(columns, set, (place) => trunkOf[place] = index);
    });
    const { startedAt, endedAfter } = columns;
    const use = {
      count: order.length,
      trunkOf: (call: number) => trunkOf[order[call]!]!,
      startOf: (call: number) => startedAt[order[call]!]!,
      endOf: (call: number) => {
        const place = order[call]!;
        const after = endedAfter[place]!;
        return after === NONE ? Math.max(now, startedAt[place]!) : startedAt[place]! + after;
      },
    };
    return allBusy(use, trunks.length)
      .map((stretch) => within(stretch, columns.from, columns.to))
      .filter((stretch) => stretch !== null);
  });
}

/** Every call, in the order in which they began: that of their IDs, but for a clock that was set back. */
function placesByStart({ startedAt, size }: CallColumns): Uint32Array {
  const places = new Uint32Array(size);
  let count = 0;
  let newest = -Infinity;
  let inOrder = true;
  for (let place = 0; place < size; place++) {
    const at = startedAt[place]!;
    if (Number.isNaN(at)) continue;
    places[count++] = place;
    if (at < newest) inOrder = false;
    newest = at;
  }
  const found = places.subarray(0, count);
  return inOrder ? found : found.sort((a, b) => startedAt[a]! - startedAt[b]!);
}
