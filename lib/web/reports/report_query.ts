import { addDays, isDay, type OfficeDay, type OfficeTime } from "../../domain/office_time.ts";
import { REPORT_GROUPS, type ReportGroup } from "../../domain/report.ts";

/** The periods that have a name; `own` has days. */
export const REPORT_PERIODS = [
  "today",
  "yesterday",
  "week",
  "month",
  "last_month",
  "30d",
  "year",
] as const;
export type ReportPeriod = (typeof REPORT_PERIODS)[number];

/** What the URL of a report says. */
export interface ReportQuery {
  readonly by: ReportGroup;
  readonly period: ReportPeriod | "own";
  /** Both belong to the period. */
  readonly first: OfficeDay;
  readonly last: OfficeDay;
}

/** Ten years: what lies further apart is a slip of the hand. */
const MOST_DAYS = 3660;

/** Reads a URL's query; what it does not know is as if it were not there: the last thirty days, day by day. */
export function readReportQuery(
  search: URLSearchParams,
  time: OfficeTime,
  now: number,
): ReportQuery {
  const by = REPORT_GROUPS.find((group) => group === search.get("by")) ?? "day";
  const own = ownDays(search.get("from") ?? "", search.get("to") ?? "");
  if (own !== null) return { by, period: "own", ...own };
  const period = REPORT_PERIODS.find((name) => name === search.get("period")) ?? "30d";
  return { by, period, ...daysOf(period, time.dayOf(now), time, now) };
}

function ownDays(from: string, to: string): Pick<ReportQuery, "first" | "last"> | null {
  const days = [from, to].filter(isDay).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return null;
  const furthest = addDays(first, MOST_DAYS);
  return { first, last: last > furthest ? furthest : last };
}

function daysOf(
  period: ReportPeriod,
  today: OfficeDay,
  time: OfficeTime,
  now: number,
): Pick<ReportQuery, "first" | "last"> {
  switch (period) {
    case "today":
      return { first: today, last: today };
    case "yesterday":
      return { first: addDays(today, -1), last: addDays(today, -1) };
    case "week":
    case "month":
      return { first: time.dayOf(time.range(period, now).from), last: today };
    case "last_month": {
      const last = addDays(`${today.slice(0, 8)}01`, -1);
      return { first: `${last.slice(0, 8)}01`, last };
    }
    case "30d":
      return { first: addDays(today, -29), last: today };
    case "year":
      return { first: addDays(today, -364), last: today };
    default:
      return period satisfies never;
  }
}

/** The query's URL; `change` replaces parts, a named period the days. */
export function reportUrl(
  query: ReportQuery,
  change: Partial<Pick<ReportQuery, "by" | "period">> = {},
  path = "/reports",
): string {
  const { by, period, first, last } = { ...query, ...change };
  const search = new URLSearchParams({ by });
  if (period === "own") {
    search.set("from", first);
    search.set("to", last);
  } else search.set("period", period);
  return `${path}?${search}`;
}
