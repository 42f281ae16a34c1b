import { WORK_KINDS, type WorkKind } from "../../domain/work.ts";
import type { Work } from "../../domain/work.ts";
import { type DonePlace, doneWork, openWork } from "../../store/work/work_list.ts";
import type { StaffVisit } from "../visit.ts";
import { WHOSE, type Whose, type WorkListView } from "./work_data.ts";
import { workView } from "./work_view.ts";

/** More than an office can have waiting and not have lost. */
const MOST_OPEN = 500;
const PAGE = 100;

/** Which work a list shows, as its URL says. */
export interface WorkQuery {
  readonly kind: WorkKind | null;
  readonly whose: Whose;
  /** Where the page of what is done begins, as `next` wrote it. */
  readonly before: string;
}

/** What the URL asks for; what it says wrong is not asked. */
export function readWorkQuery(query: (name: string) => string | undefined): WorkQuery {
  return {
    kind: WORK_KINDS.find((one) => one === query("kind")) ?? null,
    whose: WHOSE.find((one) => one === query("whose")) ?? "all",
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
  const found = worksOf(visit, query);
  return {
    kind,
    whose,
    path: workPath(query),
    lists: WHOSE.map((one) => ({ whose: one, path: workPath({ kind, whose: one }) })),
    kinds: [null, ...WORK_KINDS].map((one) => ({
      kind: one,
      path: workPath({ kind: one, whose }),
    })),
    rows: found.map((work) => workView(visit, work)),
    next: whose === "done" && found.length === PAGE ? nextPath(query, found.at(-1)!) : null,
  };
}

function worksOf({ store, person }: StaffVisit, { kind, whose, before }: WorkQuery): Work[] {
  switch (whose) {
    case "done":
      return doneWork(store, kind, placeOf(before), PAGE);
    case "mine":
      return openWork(store, { kind, whose: { staffId: person.id } }, MOST_OPEN);
    case "nobody":
      return openWork(store, { kind, whose }, MOST_OPEN);
    case "all":
      return openWork(store, { kind, whose: null }, MOST_OPEN);
    default:
      return whose satisfies never;
  }
}

function nextPath(query: WorkQuery, { doneAt, id }: Work): string {
  const path = workPath(query);
  return `${path}&before=${doneAt}.${id}`;
}

function placeOf(text: string): DonePlace {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found === null
    ? { doneAt: Number.MAX_SAFE_INTEGER, id: Number.MAX_SAFE_INTEGER }
    : { doneAt: Number(found[1]), id: Number(found[2]) };
}
