import { CHANGED_KINDS } from "../domain/event.ts";
import type { List } from "../domain/list_word.ts";
import type { Store } from "./database.ts";
import { noteEvent } from "./events.ts";

interface RenameRow {
  id: number;
  list: List;
  from_name: string;
  to_name: string;
  after_id: number;
}

/**
 * Renames words in the next `span` records by ID that a renamed list's word may stand in, the oldest renaming
 * first, in one transaction at `now` (ms since the epoch, UTC). Returns whether there is more to do.
 */
export function continueRename(store: Store, span: number, now: number): boolean {
  const rename = store.get<RenameRow>(
    "SELECT id, list, from_name, to_name, after_id FROM list_renames WHERE done = 0 ORDER BY id LIMIT 1",
  );
  if (rename === undefined) return false;
  store.transaction(() => {
    const { id, after_id: after } = rename;
    if (after === 0) renameAtOnce(store, rename);
    const done = after + span >= lastId(store, rename.list);
    renameBetween(store, rename, after, after + span);
    store.run(
      "UPDATE list_renames SET after_id = ?, done = ? WHERE id = ?",
      after + span,
      done ? 1 : 0,
      id,
    );
    if (done) tellRenamed(store, rename.list, now);
  });
  return true;
}

/** Pages that asked for themselves anew when the word was renamed have the old one in the records that followed. */
function tellRenamed(store: Store, list: List, now: number): void {
  const kind =
    ({ type: "consultation", grade: "customer", break: "list_word", skill: "staff" } as const)[
      list
    ];
  noteEvent(store, { kind, audience: CHANGED_KINDS[kind] }, now);
  if (list === "break") noteEvent(store, { kind: "board" }, now);
}

/** What is little enough to be renamed in one go. */
function renameAtOnce(store: Store, { list, from_name: from, to_name: to }: RenameRow): void {
  if (list === "break") {
    store.run("UPDATE agent_states SET reason = ? WHERE reason = ?", to, from);
    return;
  }
  // People have the skill itself, not its word.
  if (list === "skill") return;
  // The call log's filters of consultation type and grade are called so in its URL.
  const filters = store.all<{ id: number; query: string }>("SELECT id, query FROM call_filters");
  for (const { id, query } of filters) {
    const asked = new URLSearchParams(query);
    if (asked.get(list) !== from) continue;
    asked.set(list, to);
    store.run("UPDATE call_filters SET query = ? WHERE id = ?", asked.toString(), id);
  }
}

function renameBetween(
  store: Store,
  { list, from_name: from, to_name: to }: RenameRow,
  after: number,
  until: number,
): void {
  switch (list) {
    case "type":
      store.run(
        "UPDATE consultations SET type = ? WHERE id > ? AND id <= ? AND type = ?",
        ...[to, after, until, from],
      );
      return;
    case "grade":
      store.run(
        "UPDATE customers SET grade = ? WHERE id > ? AND id <= ? AND grade = ?",
        ...[to, after, until, from],
      );
      return;
    case "break":
    case "skill":
      return;
    default:
      list satisfies never;
  }
}

function lastId(store: Store, list: List): number {
  switch (list) {
    case "type":
      return store.get<{ id: number }>("SELECT max(id) AS id FROM consultations")?.id ?? 0;
    case "grade":
      return store.get<{ id: number }>("SELECT max(id) AS id FROM customers")?.id ?? 0;
    case "break":
    case "skill":
      return 0;
    default:
      return list satisfies never;
  }
}
