import { CallTally, KIND } from "../../domain/call_tally.ts";
import { type ClockHours, hourOf, weekdayOf } from "../../domain/clock_hours.ts";
import type { ReportGroup, ReportRow, TrunksBusy } from "../../domain/report.ts";
import type { Stretch } from "../../domain/trunk_load.ts";
import type { CallColumns } from "./call_columns.ts";

/** A period's calls by the clock. */
export interface ByTime {
  readonly total: CallTally;
  readonly rows: readonly ReportRow[];
  readonly heat: number[];
  readonly busiest: { readonly at: number; readonly incoming: number } | null;
}

/** The columns' calls in one pass; rows where the group is one of time. */
export function byTime(
  columns: CallColumns,
  hours: ClockHours,
  by: ReportGroup,
  busy: readonly Stretch[],
): ByTime {
  const { keys, rowOf } = rowsOfHours(hours, by);
  const tallies = keys.map(() => new CallTally());
  const incoming = new Uint32Array(hours.count);
  const { kind, startedAt, answeredAfter, endedAfter, size } = columns;
  let hour = 0;
  let [from, to] = [Infinity, -Infinity];
  for (let place = 0; place < size; place++) {
    const is = kind[place]!;
    if (is === 0) continue;
    const at = startedAt[place]!;
    if (at < from || at >= to) {
      hour = hourOf(hours, at, hour);
      from = hours.starts[hour]!;
      to = hours.starts[hour + 1]!;
    }
    tallies[rowOf[hour]!]!.add(is, answeredAfter[place]!, endedAfter[place]!);
    if ((is & KIND.in) !== 0) incoming[hour]!++;
  }
  const total = new CallTally();
  for (const tally of tallies) total.take(tally);
  const busyRows = busyByRow(hours, rowOf, keys.length, busy);
  return {
    total,
    rows: keys.map((key, row) => ({
      key,
      name: key,
      figures: tallies[row]!.figures(),
      taken: null,
      busy: busyRows[row]!,
      states: null,
    })),
    heat: heatOf(hours, incoming),
    busiest: busiestOf(hours, incoming),
  };
}

/** The rows there are, and which one each hour belongs to. */
function rowsOfHours(
  { hour, day, days, count }: ClockHours,
  by: ReportGroup,
): { readonly keys: readonly string[]; readonly rowOf: Uint32Array } {
  const rowOf = new Uint32Array(count);
  switch (by) {
    case "hour":
      return { keys: numbers(24), rowOf: rowOf.map((_, at) => hour[at]!) };
    case "weekday": {
      const weekdays = days.map(weekdayOf);
      return { keys: numbers(7), rowOf: rowOf.map((_, at) => weekdays[day[at]!]!) };
    }
    case "day":
      return { keys: days, rowOf: rowOf.map((_, at) => day[at]!) };
    case "month": {
      const keys = [...new Set(days.map((one) => one.slice(0, 7)))];
      const months = days.map((one) => keys.indexOf(one.slice(0, 7)));
      return { keys, rowOf: rowOf.map((_, at) => months[day[at]!]!) };
    }
    case "agent":
    case "extension":
    case "trunk":
    case "type":
    case "grade":
      return { keys: [""], rowOf };
    default:
      return by satisfies never;
  }
}

function numbers(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index));
}

/** Time is split where an hour ends; a stretch is counted in the row in which it began. */
function busyByRow(
  hours: ClockHours,
  rowOf: Uint32Array,
  rows: number,
  busy: readonly Stretch[],
): TrunksBusy[] {
  const found = Array.from({ length: rows }, () => ({ count: 0, ms: 0 }));
  if (rows === 0) return found;
  for (const { from, to } of busy) {
    const first = hourOf(hours, from);
    found[rowOf[first]!]!.count++;
    for (let hour = first; hour < hours.count && hours.starts[hour]! < to; hour++) {
      const [start, end] = [hours.starts[hour]!, hours.starts[hour + 1]!];
      found[rowOf[hour]!]!.ms += Math.min(to, end) - Math.max(from, start);
    }
  }
  return found;
}

function heatOf({ hour, day, days, count }: ClockHours, incoming: Uint32Array): number[] {
  const heat = new Array<number>(7 * 24).fill(0);
  const weekdays = days.map(weekdayOf);
  for (let at = 0; at < count; at++) {
    heat[weekdays[day[at]!]! * 24 + hour[at]!]! += incoming[at]!;
  }
  return heat;
}

function busiestOf(hours: ClockHours, incoming: Uint32Array): ByTime["busiest"] {
  let best = 0;
  for (let at = 1; at < hours.count; at++) if (incoming[at]! > incoming[best]!) best = at;
  const most = incoming[best] ?? 0;
  return most === 0 ? null : { at: hours.starts[best]!, incoming: most };
}
