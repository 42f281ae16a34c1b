import { WORK_KINDS, type WorkKind } from "../../domain/work.ts";
import type { Work } from "../../domain/work.ts";
import { type DonePlace, doneWork, openWork } from "../../store/work/work_list.ts";
import type { StaffVisit } from "../visit.ts";
import { WHOSE, type Whose, type WorkListView } from "./work_data.ts";
import { workView } from "./work_view.ts";

const PAGE = 100;
/** More than an office can have waiting and not have lost. */
const MOST_OPEN = 500;

/** Which work a list shows, as its URL says. */
export interface WorkQuery {
  readonly kind: WorkKind | null;
  readonly whose: Whose;
  /** Of open work: how many rows. */
  readonly shown: number;
  /** Where the page of what is done begins, as `more` wrote it. */
  readonly before: string;
}

/** What the URL asks for; what it says wrong is not asked. */
export function readWorkQuery(query: (name: string) => string | undefined): WorkQuery {
  return {
    kind: WORK_KINDS.find((one) => one === query("kind")) ?? null,
    whose: WHOSE.find((one) => one === query("whose")) ?? "all",
    shown: Math.min(Math.max(PAGE, Math.trunc(Number(query("shown"))) || 0), MOST_OPEN),
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

export function workListView(visit: StaffVisit, query: WorkQuery): WorkListView {
  const { kind, whose } = query;
  const rows = worksOf(visit, query);
  const more = morePath(query, rows);
  return {
    kind,
    whose,
    itself: whose === "done" && more !== null ? null : pathWith(query, { shown: query.shown }),
    lists: WHOSE.map((one) => ({ whose: one, path: workPath({ kind, whose: one }) })),
    kinds: [null, ...WORK_KINDS].map((one) => ({
      kind: one,
      path: workPath({ kind: one, whose }),
    })),
    rows: rows.map((work) => workView(visit, work)),
    more,
    cut: whose !== "done" && rows.length === MOST_OPEN,
  };
}

function worksOf({ store, person }: StaffVisit, query: WorkQuery): Work[] {
  const { kind, whose, shown, before } = query;
  switch (whose) {
    case "done":
      return doneWork(store, kind, placeOf(before), PAGE);
    case "mine":
      return openWork(store, { kind, whose: { staffId: person.id } }, shown);
    case "nobody":
      return openWork(store, { kind, whose }, shown);
    case "all":
      return openWork(store, { kind, whose: null }, shown);
    default:
      return whose satisfies never;
  }
}

/** Where there is more of it, as far as can be seen by how many there are. */
function morePath(query: WorkQuery, rows: readonly Work[]): string | null {
  if (query.whose !== "done") {
    const shown = query.shown + PAGE;
    return rows.length < query.shown || shown > MOST_OPEN ? null : pathWith(query, { shown });
  }
  const last = rows.at(-1);
  if (last === undefined || rows.length < PAGE) return null;
  return pathWith(query, { before: `${last.doneAt}.${last.id}` });
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
