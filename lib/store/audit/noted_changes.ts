import type { Actor } from "../../domain/audit.ts";
import type { Statements } from "../statements.ts";
import { foldNotes, type Note } from "./fold.ts";
import { writeEntry } from "./write_entry.ts";

/** Notes changes from here on, to the end of the transaction. */
export function beginNotes(store: Statements): void {
  store.run("INSERT INTO audit_on VALUES (1)");
}

/** Writes what the transaction has changed so far as entries, and notes no more; returns how many entries. */
export function endNotes(store: Statements, actor: Actor, now: number): number {
  const notes = store.all<Note>(
    `SELECT kind, record, "row", label, act, field, item, before, after FROM audit_notes ORDER BY id`,
  );
  store.run("DELETE FROM audit_on");
  if (notes.length === 0) return 0;
  store.run("DELETE FROM audit_notes");
  const entries = foldNotes(notes);
  for (const entry of entries) writeEntry(store, actor, entry, now);
  return entries.length;
}
