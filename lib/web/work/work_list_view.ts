import { WORK_KINDS, type WorkKind } from "../../domain/work.ts";
import type { Work } from "../../domain/work.ts";
import { type DonePlace, doneWork, openWork } from "../../store/work/work_list.ts";
import type { StaffVisit } from "../visit.ts";
import { WHOSE, type Whose, type WorkListView } from "./work_data.ts";
import { workView } from "./work_view.ts";

const PAGE = 100;
/** In all more than an office can have waiting and not have lost. */
const MOST_PAGES = 5;

/** Which work a list shows, as its URL says. */
export interface WorkQuery {
  readonly kind: WorkKind | null;
  readonly whose: Whose;
  /** Of open work: how many rows, so many pages of them. */
  readonly shown: number;
  /** Where the page of what is done begins, as `more` wrote it. */
  readonly before: string;
}

/** What the URL asks for; what it says wrong is not asked. */
export function readWorkQuery(query: (name: string) => string | undefined): WorkQuery {
  const pages = Math.trunc(Number(query("shown")) / PAGE) || 1;
  return {
    kind: WORK_KINDS.find((one) => one === query("kind")) ?? null,
    whose: WHOSE.find((one) => one === query("whose")) ?? "all",
    shown: PAGE * Math.min(Math.max(1, pages), MOST_PAGES),
    before: query("before") ?? "",
  };
}

/** The URL of a list. */
export function workPath({ kind, whose }: Pick<WorkQuery, "kind" | "whose">): string {
  const asked = new URLSearchParams({
    ...kind === null ? {} : { kind },
    ...whose === "all" ? {} : { whose },
  });
  return asked.size === 0 ? "/work" : `/work?${asked}`;
}

/** The URL of a list with as many rows as are asked for. */
export function shownPath(query: WorkQuery): string {
  return query.shown === PAGE ? workPath(query) : pathWith(query, { shown: query.shown });
}

export function workListView(visit: StaffVisit, query: WorkQuery): WorkListView {
  const { kind, whose } = query;
  const most = whose === "done" ? PAGE : query.shown;
  // One more tells whether there is more.
  const found = worksOf(visit, query, most + 1);
  const [rows, hasMore] = [found.slice(0, most), found.length > most];
  const more = hasMore ? morePath(query, rows) : null;
  return {
    kind,
    whose,
    itself: whose === "done" && more !== null ? null : shownPath(query),
    lists: WHOSE.map((one) => ({ whose: one, path: workPath({ kind, whose: one }) })),
    kinds: [null, ...WORK_KINDS].map((one) => ({
      kind: one,
      path: workPath({ kind: one, whose }),
    })),
    rows: rows.map((work) => workView(visit, work)),
    more,
    cut: hasMore && more === null,
  };
}

function worksOf({ store, person }: StaffVisit, query: WorkQuery, limit: number): Work[] {
  const { kind, whose, before } = query;
  switch (whose) {
    case "done":
      return doneWork(store, kind, placeOf(before), limit);
    case "mine":
      return openWork(store, { kind, whose: { staffId: person.id } }, limit);
    case "nobody":
      return openWork(store, { kind, whose }, limit);
    case "all":
      return openWork(store, { kind, whose: null }, limit);
    default:
      return whose satisfies never;
  }
}

/** Where there is more of it than these rows; null where a list shows no more. */
function morePath(query: WorkQuery, rows: readonly Work[]): string | null {
  if (query.whose === "done") {
    const last = rows.at(-1);
    return last === undefined ? null : pathWith(query, { before: `${last.doneAt}.${last.id}` });
  }
  const shown = query.shown + PAGE;
  return shown > PAGE * MOST_PAGES ? null : pathWith(query, { shown });
}

function pathWith(query: WorkQuery, more: Readonly<Record<string, string | number>>): string {
  const path = workPath(query);
  const asked = Object.entries(more).map(([name, value]) => `${name}=${value}`).join("&");
  return `${path}${path.includes("?") ? "&" : "?"}${asked}`;
}

function placeOf(text: string): DonePlace {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found === null
    ? { doneAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }
    : { doneAt: Number(found[1]), id: Number(found[2]) };
}
