import { type ClockHours, clockHours } from "../../domain/clock_hours.ts";
import { periodBefore } from "../../domain/period_before.ts";
import {
  type Period,
  type Report,
  type ReportAsked,
  type ReportGroup,
  TIME_GROUPS,
  type TrunksBusy,
} from "../../domain/report.ts";
import type { Stretch } from "../../domain/trunk_load.ts";
import { capacityOf } from "../call_log/marks.ts";
import type { Store } from "../database.ts";
import { callBacks } from "./call_backs.ts";
import { type CallColumns, readColumns } from "./call_columns.ts";
import { agentTimes } from "../agent_states.ts";
import { markedRows, withStates } from "./report_rows.ts";
import { byTime } from "./time_rows.ts";
import { trunksBusy } from "./trunks_busy.ts";

/**
 * Counts a period and the one before. It takes time and memory in proportion to their calls (a second and 150 MB
 * for ten million): not for the main thread. Calls whose marks are still to be made are not counted. Throws a
 * RangeError for a day or a zone that is none.
 */
export function makeReport(store: Store, asked: ReportAsked): Report {
  return store.snapshot(() => {
    const { by, timeZone, now } = asked;
    const before = periodBefore(asked.first, asked.last);
    const earlier = countPeriod(store, clockHours(timeZone, before.first, before.last), null, now);
    const hours = clockHours(timeZone, asked.first, asked.last);
    const { period, counted, columns } = countPeriod(store, hours, by, now);
    const marked = () => markedRows(store, by, columns);
    const rows = TIME_GROUPS.includes(by)
      ? counted.rows
      : by === "agent"
      ? withStates(store, marked(), agentTimes(store, hours.starts[0]!, hours.starts.at(-1)!, now))
      : marked();
    const { heat, busiest } = counted;
    return { ...period, by, rows, heat, busiest, before: earlier.period };
  });
}

function countPeriod(store: Store, hours: ClockHours, by: ReportGroup | null, now: number) {
  const from = hours.starts[0]!;
  const to = hours.starts[hours.count]!;
  const columns: CallColumns = readColumns(store, from, to, capacityOf(store));
  const busy = trunksBusy(store, columns, now);
  const counted = byTime(columns, hours, by ?? "trunk", busy);
  const period: Period = {
    first: hours.days[0]!,
    last: hours.days.at(-1)!,
    total: counted.total.figures(),
    busy: sum(busy),
    callBacks: callBacks(store, from, to),
  };
  return { period, counted, columns };
}

function sum(busy: readonly Stretch[]): TrunksBusy {
  return { count: busy.length, ms: busy.reduce((ms, { from, to }) => ms + to - from, 0) };
}
