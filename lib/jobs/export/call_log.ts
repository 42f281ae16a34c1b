import { type FirstNote, firstNotes } from "../../store/call_log/first_notes.ts";
import { loggedCalls } from "../../store/call_log/logged_calls.ts";
import { everyLogged } from "../../store/call_log/log_page.ts";
import type { ListedCall } from "../../store/call_list.ts";
import type { Store } from "../../store/database.ts";
import { FOR_PEOPLE } from "./calls.ts";
import { exportedCall } from "./exported_call.ts";
import type { CallLogRequest } from "./request.ts";
import type { ExportColumn, Written } from "./subject.ts";

interface LoggedCall extends ListedCall {
  /** The first finished note on it. */
  readonly note: FirstNote | undefined;
}

const NOTE: readonly ExportColumn<LoggedCall>[] = [
  {
    field: "type",
    heading: "name.type",
    width: 12,
    kind: "text",
    value: ({ note }) => note?.type ?? null,
  },
  {
    field: "note",
    heading: "call.note",
    width: 60,
    kind: "text",
    value: ({ note }) => note?.text ?? null,
  },
];

/** Calls with what was written about them. */
export const callLogExport: Written<LoggedCall> = {
  title: "title.calls",
  columns: [...FOR_PEOPLE, ...NOTE],
  json: exportedCall,
};

/** The filtered log in its order: all of it, not only the page. */
export function* loggedPages(
  store: Store,
  { filter, order }: CallLogRequest,
): Generator<LoggedCall[], void, undefined> {
  for (const ids of everyLogged(store, filter, order)) {
    const notes = firstNotes(store, ids);
    yield loggedCalls(store, ids).map((call) => ({ ...call, note: notes.get(call.id) }));
  }
}
