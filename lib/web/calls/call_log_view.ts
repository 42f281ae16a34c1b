import { chosenColumns, savedFilters } from "../../store/call_choices.ts";
import { MOST_CUSTOMERS } from "../../store/call_log/filter.ts";
import { loggedCalls } from "../../store/call_log/logged_calls.ts";
import { type LogPage, logPage, pagesOf } from "../../store/call_log/log_page.ts";
import {
  type CallQuery,
  callsUrl,
  filterOf,
  FIRST_PAGE,
  orderOf,
  withoutFilters,
} from "./call_query.ts";
import type { CallColumnView, CallLogView, PagerView } from "./call_log_data.ts";
import type { StaffVisit, Visit } from "../visit.ts";
import { callChipsView } from "./call_chips_view.ts";
import { CALL_COLUMNS, columnsOf } from "./call_columns.ts";
import { callRowViews } from "./call_row_view.ts";

/** Rows of a page. */
const PAGE_ROWS = 100;

/** One page of the call log with everything around it. */
export function callLogView(visit: StaffVisit, query: CallQuery): CallLogView {
  const { store, person } = visit;
  const page = logPage(store, {
    filter: filterOf(query, visit.web.time, visit.now),
    order: orderOf(query),
    place: query.place,
    limit: PAGE_ROWS,
  });
  const shown = columnsOf(chosenColumns(store, person.id));
  const start = callsUrl(query, { place: FIRST_PAGE });
  const none = callsUrl(withoutFilters(query));
  return {
    chips: callChipsView(visit, query),
    clear: none === start ? null : none,
    columns: shown.map((column) => columnView(visit, query, column)),
    choices: CALL_COLUMNS.filter(({ name }) => name !== "at").map(({ name, label }) => ({
      name,
      label: visit.t(label),
      shown: shown.some((column) => column.name === name),
    })),
    rows: callRowViews(visit, loggedCalls(store, page.ids)),
    search: new URL(callsUrl(query), "http://x").search,
    count: countText(visit, page),
    cut: page.someCustomers
      ? visit.t("calls.some_customers", { count: MOST_CUSTOMERS })
      : page.cut
      ? visit.t("calls.cut")
      : "",
    unmarked: unmarkedText(visit, page.unmarked),
    pager: pagerView(query, page),
    saved: savedFilters(store, person.id).map(({ id, name, query: saved }) => {
      const url = saved === "" ? "/calls" : `/calls?${saved}`;
      return { id, name, url, chosen: url === start };
    }),
    kept: [
      ...query.sort === "at" ? [] : [{ name: "sort", value: query.sort }],
      ...query.turned ? [{ name: "turn", value: "1" }] : [],
    ],
    exports: {
      csv: callsUrl(query, { place: FIRST_PAGE }, "/calls.csv"),
      xlsx: callsUrl(query, { place: FIRST_PAGE }, "/calls.xlsx"),
    },
    live: isNewest(query) ? callsUrl(query) : null,
  };
}

/** Says that changes of calls are still to come; empty where there are none. */
export function unmarkedText({ t }: Visit, unmarked: number): string {
  const count = new Intl.NumberFormat("en").format(unmarked);
  return unmarked === 0 ? "" : t("calls.unmarked", { count });
}

function isNewest({ sort, turned, place }: CallQuery): boolean {
  return sort === "at" && !turned && place.kind === "page" && place.page === 1;
}

function columnView(
  visit: StaffVisit,
  query: CallQuery,
  { name, label, figure }: typeof CALL_COLUMNS[number],
): CallColumnView {
  const sorts = query.sort === name;
  const turned = sorts && !query.turned;
  return {
    name,
    label: visit.t(label),
    figure,
    sorted: !sorts ? null : orderOf(query).up ? "ascending" : "descending",
    url: callsUrl(query, { sort: name, turned, place: FIRST_PAGE }),
  };
}

function countText(visit: StaffVisit, { ids, count, exact, skipped }: LogPage): string {
  const figure = new Intl.NumberFormat("en").format;
  const total = visit.t(exact ? "calls.count" : "calls.more_than", { count: figure(count) });
  if (skipped === null || ids.length === 0 || count <= PAGE_ROWS) return total;
  return `${figure(skipped + 1)}–${figure(skipped + ids.length)} / ${total}`;
}

function pagerView(query: CallQuery, page: LogPage): PagerView {
  const [first, last] = [page.ids[0], page.ids.at(-1)];
  const to = (place: CallQuery["place"]) => callsUrl(query, { place });
  const number = page.skipped === null ? null : Math.floor(page.skipped / PAGE_ROWS) + 1;
  const pages = page.exact ? pagesOf(page.count, PAGE_ROWS) : null;
  // By a call where that is possible: new calls that come in the meantime shift nothing.
  const byPlace = query.sort === "at" && page.exact;
  const previous = byPlace && first !== undefined
    ? to({ kind: "before", id: first })
    : to({ kind: "page", page: Math.max(1, (number ?? 1) - 1) });
  const next = byPlace && last !== undefined
    ? to({ kind: "behind", id: last })
    : to({ kind: "page", page: (number ?? 1) + 1 });
  return {
    first: page.before ? to(FIRST_PAGE) : null,
    previous: page.before ? previous : null,
    next: page.behind ? next : null,
    last: page.behind && pages !== null
      ? to(byPlace ? { kind: "end" } : { kind: "page", page: pages })
      : null,
    page: number,
    pages,
  };
}
