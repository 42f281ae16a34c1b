import type { Actor, AuditEntry } from "../../domain/audit.ts";
import { CHANGED_KINDS, isChangedKind } from "../../domain/event.ts";
import { type NewEvent, noteEvent } from "../events.ts";
import type { Statements } from "../statements.ts";

/** What others are told of; that somebody looked, signed in or exported is for the audit alone. */
const CHANGES = new Set([
  ...["created", "changed", "removed", "merged", "merge_undone", "imported", "import_undone"],
]);
/** What the board shows. */
const ON_BOARD = new Set(["staff", "extension", "extension_group", "trunk", "line"]);

/**
 * Writes what others are told of a change that the audit notes, in the same transaction: so no handler, command or job
 * can forget to, and what is rolled back is never told.
 */
export function noteEntryEvents(
  store: Statements,
  { staffId: actor }: Actor,
  entry: Pick<AuditEntry, "act" | "kind" | "record">,
  now: number,
): void {
  if (!CHANGES.has(entry.act)) return;
  for (const event of eventsOf(entry)) noteEvent(store, { ...event, actor }, now);
}

function eventsOf({ kind, record }: Pick<AuditEntry, "kind" | "record">): NewEvent[] {
  switch (kind) {
    case "call":
      // Nothing happened at its telephones: it is told as it is by then.
      return [{ kind, subject: record }];
    case "work":
      return [{ kind, subject: record }];
    case "campaign_entry":
      return [changed("campaign", "")];
    case "duplicate":
      // Its record is a number or a name.
      return [changed(kind, "")];
    case "import":
      // One event for all of its customers.
      return [changed(kind, record), changed("customer", "")];
    default: {
      if (!isChangedKind(kind)) return [];
      const events: NewEvent[] = [changed(kind, record)];
      return ON_BOARD.has(kind) ? [...events, { kind: "board" }] : events;
    }
  }
}

function changed(kind: keyof typeof CHANGED_KINDS, subject: string): NewEvent {
  return { kind, subject, audience: CHANGED_KINDS[kind] };
}
