import { isDay, NAMED_RANGES, type NamedRange, type OfficeTime } from "../../domain/office_time.ts";
import type { ClockTimes } from "../../domain/clock_hours.ts";
import { searchReadings } from "../../domain/search_readings.ts";
import { digitsToFind } from "../../domain/typed_number.ts";
import { type CallFilter, LACKING } from "../../store/call_log/filter.ts";
import type { LogPlace } from "../../store/call_log/log_page.ts";
import { CALL_SORTS, type CallSort, type Order } from "../../store/call_log/sort.ts";
import { idOrNull } from "../params.ts";

/** What the URL of the call log says: the filter as it was chosen, the order and the place. */
export interface CallQuery {
  readonly customer: string;
  readonly number: string;
  readonly agent: string;
  readonly extension: string;
  readonly trunk: string;
  readonly type: string;
  readonly range: "" | NamedRange | "own";
  /** Days of the range `own`, each may be empty. */
  readonly from: string;
  readonly to: string;
  readonly direction: CallFilter["direction"];
  readonly outcome: CallFilter["outcome"];
  readonly caller: CallFilter["caller"];
  readonly note: CallFilter["note"];
  readonly words: string;
  readonly grade: string;
  readonly visit: CallFilter["visit"];
  readonly weekday: string;
  readonly hour: string;
  readonly group: string;
  readonly by: string;
  readonly byExtension: string;
  readonly lacks: CallFilter["lacks"];
  readonly sort: CallSort;
  readonly turned: boolean;
  readonly place: LogPlace;
}

/** What people ask for less often: its chips stand behind "more" until they are set. */
export const LESS_OFTEN = [
  "grade",
  "visit",
  "weekday",
  "hour",
  "group",
  "by",
  "byExtension",
  "lacks",
] as const;

/** The parts of a query that narrow the log, in the order of their chips. */
export const FILTERS = [
  "range",
  "outcome",
  "direction",
  "agent",
  "customer",
  "number",
  "type",
  "caller",
  "note",
  "extension",
  "trunk",
  "words",
  ...LESS_OFTEN,
] as const;
export type FilterName = (typeof FILTERS)[number];

/** 0 is Monday. */
export const WEEKDAYS = Array.from({ length: 7 }, (_, day) => String(day));
export const HOURS = Array.from({ length: 24 }, (_, hour) => String(hour));

const MOST_TYPED = 100;

/** Reads a URL's query; what it does not know, or what can be nothing, is as if it were not there. */
export function readCallQuery(search: URLSearchParams): CallQuery {
  const text = (name: string) =>
    (search.get(name) ?? "").normalize("NFC").replace(/\p{Cc}/gu, " ").trim().slice(0, MOST_TYPED);
  const one = <Value extends string>(name: string, values: readonly Value[]): Value | "" =>
    values.find((value) => value === text(name)) ?? "";
  const day = (name: string) => isDay(text(name)) ? text(name) : "";
  const search_box = text("q");
  const typedNumber = /^\d{1,2}$/.test(search_box) || searchReadings(search_box).onlyNumbers;
  const [from, to] = [day("from"), day("to")];
  return {
    customer: text("customer") || (typedNumber ? "" : search_box),
    number: digitsToFind(text("number")) || (typedNumber ? digitsToFind(search_box) : ""),
    agent: idOrNull(text("agent")) === null ? "" : text("agent"),
    extension: text("extension"),
    trunk: text("trunk"),
    type: text("type"),
    range: one("range", NAMED_RANGES) || (from + to === "" ? "" : "own"),
    from,
    to,
    direction: one("direction", ["in", "out", "internal"]),
    outcome: one("outcome", ["answered", "missed", "outbound", "unanswered", "live"]),
    caller: one("caller", ["known", "new", "hidden"]),
    note: one("note", ["with", "without"]),
    words: text("words"),
    grade: text("grade"),
    visit: one("visit", ["first", "returning", "again"]),
    weekday: one("weekday", WEEKDAYS),
    hour: one("hour", HOURS),
    group: idOrNull(text("group")) === null ? "" : text("group"),
    by: idOrNull(text("by")) === null ? "" : text("by"),
    byExtension: text("byExtension"),
    lacks: one("lacks", LACKING),
    sort: one("sort", CALL_SORTS) || "at",
    turned: text("turn") === "1",
    place: readPlace(text("page"), text("behind"), text("before"), text("end")),
  };
}

function readPlace(page: string, behind: string, before: string, end: string): LogPlace {
  const [behindId, beforeId] = [idOrNull(behind), idOrNull(before)];
  if (behindId !== null) return { kind: "behind", id: behindId };
  if (beforeId !== null) return { kind: "before", id: beforeId };
  if (end === "1") return { kind: "end" };
  return { kind: "page", page: Math.min(idOrNull(page) ?? 1, 1_000_000) };
}

/** The query's URL, with nothing in it that says nothing; `change` replaces parts. */
export function callsUrl(
  query: CallQuery,
  change: Partial<CallQuery> = {},
  path = "/calls",
): string {
  const all = { ...query, ...change };
  const search = new URLSearchParams();
  const set = (name: string, value: string) => {
    if (value !== "") search.set(name, value);
  };
  for (const name of FILTERS) if (name !== "range") set(name, all[name]);
  if (all.range === "own") {
    set("from", all.from);
    set("to", all.to);
  } else set("range", all.range);
  if (all.sort !== "at") set("sort", all.sort);
  if (all.turned) set("turn", "1");
  const { place } = all;
  if (place.kind === "behind" || place.kind === "before") set(place.kind, String(place.id));
  if (place.kind === "end") set("end", "1");
  if (place.kind === "page" && place.page > 1) set("page", String(place.page));
  return search.size === 0 ? path : `${path}?${search}`;
}

export const FIRST_PAGE: LogPlace = { kind: "page", page: 1 };

/** A query without any filter, in the same order. */
export function withoutFilters(query: CallQuery): CallQuery {
  const none = Object.fromEntries(FILTERS.map((name) => [name, ""]));
  return { ...query, ...none, from: "", to: "", place: FIRST_PAGE };
}

/** The filter that a query stands for at the moment `now`, in the office's days. */
export function filterOf(query: CallQuery, time: OfficeTime, now: number): CallFilter {
  return {
    customer: query.customer,
    number: query.number,
    agent: idOrNull(query.agent),
    extension: query.extension,
    group: idOrNull(query.group),
    trunk: query.trunk,
    type: query.type,
    ...timeOf(query, time, now),
    direction: query.direction,
    outcome: query.outcome,
    caller: query.caller,
    note: query.note,
    words: query.words,
    grade: query.grade,
    visit: query.visit,
    by: idOrNull(query.by),
    byExtension: query.byExtension,
    lacks: query.lacks,
    clock: clockOf(query, time),
  };
}

function clockOf({ hour, weekday }: CallQuery, { timeZone }: OfficeTime): ClockTimes | null {
  if (hour === "" && weekday === "") return null;
  const number = (text: string) => text === "" ? null : Number(text);
  return { timeZone, hour: number(hour), weekday: number(weekday) };
}

function timeOf(query: CallQuery, time: OfficeTime, now: number): Pick<CallFilter, "from" | "to"> {
  const { range, from, to } = query;
  if (range === "") return { from: null, to: null };
  if (range !== "own") return time.range(range, now);
  // Given the wrong way round, the days still say what is between them.
  const [first, last] = from !== "" && to !== "" && from > to ? [to, from] : [from, to];
  return {
    from: first === "" ? null : time.startOf(first),
    to: last === "" ? null : time.days(last, last).to,
  };
}

/** Columns of which one wants to see the newest, longest or most first when they are clicked. */
const DOWN_FIRST: readonly CallSort[] = ["at", "ring", "talk", "code"];

export function orderOf({ sort, turned }: CallQuery): Order {
  return { sort, up: DOWN_FIRST.includes(sort) === turned };
}
