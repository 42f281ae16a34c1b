import { type CallPlace, listCalls, type ListedCall } from "../../store/call_list.ts";
import { searchCalls } from "../../store/call_search.ts";
import type { Views } from "../view_data.ts";
import type { Visit } from "../visit.ts";
import { callRowView } from "./call_row_view.ts";

const PAGE = 50;

/** A part of the call list, from behind `before` on (as `next` wrote it; anything else begins with the newest). */
export function callRowsView(
  visit: Visit,
  query: string,
  before: string,
): Views["partials/call_rows"] {
  const page = { before: readPlace(before), limit: PAGE };
  const calls = query === "" ? listCalls(visit.store, page) : searchCalls(visit.store, query, page);
  return {
    rows: calls.map((call) => callRowView(visit, call)),
    next: nextUrl(query, calls),
  };
}

function nextUrl(query: string, calls: readonly ListedCall[]): string | null {
  const last = calls.at(-1);
  if (last === undefined || calls.length < PAGE) return null;
  const search = new URLSearchParams({ before: `${last.startedAt}.${last.id}` });
  if (query !== "") search.set("q", query);
  return `/calls?${search}`;
}

function readPlace(text: string): CallPlace | null {
  const found = /^(\d{1,15})\.(\d{1,15})$/.exec(text);
  return found === null ? null : { startedAt: Number(found[1]), id: Number(found[2]) };
}
