import type { NoteField } from "../../../domain/customer_import.ts";
import type { Cell, CellReader, RowSoFar } from "./cell_readers.ts";
import type { NoteSoFar } from "./note_so_far.ts";
import type { OfficeTerms } from "./office_terms.ts";

/** A consultation as a row says it. */
export interface ReadNote {
  /** ms since the epoch, UTC. */
  readonly at: number;
  /** Null where it is by nobody who is on the staff here. */
  readonly staffId: number | null;
  readonly type: string;
  readonly text: string;
}

/** As many characters as a consultation may have (lib/desk/consultations). */
const LONGEST_NOTE = 20_000;

const noteOf = (row: RowSoFar): NoteSoFar => row.note ??= { more: [] };

/** Readers of the columns of consultations, by the field. */
export const NOTE_READERS: Readonly<Record<NoteField, CellReader>> = {
  note_at(row, { text }, terms, refuse) {
    const at = terms.momentOf(text);
    if (at === null || at > terms.now) refuse("note_at");
    else noteOf(row).at = at;
  },
  note_text(row, { text }, _, refuse) {
    const note = noteOf(row);
    const all = note.text === undefined ? text : `${note.text}\n${text}`;
    if (all.length > LONGEST_NOTE) refuse("too_long", LONGEST_NOTE);
    else note.text = all;
  },
  note_by(row, cell, terms) {
    const staff = terms.ownerOf(cell.text);
    if (staff === null) add(row, cell);
    else noteOf(row).staffId = staff.id;
  },
  note_type(row, cell, terms) {
    const type = terms.noteTypeOf(cell.text);
    if (type === null) add(row, cell);
    else noteOf(row).type = type;
  },
  note_result: (row, cell) => add(row, cell),
};

function add(row: RowSoFar, { heading, text }: Cell): void {
  noteOf(row).more.push(`${heading}: ${text}`);
}

/** The consultation of a row; null where it has none, and `undated` where nobody knows of when it is. */
export function finishedNote(
  { note }: RowSoFar,
  isDated: boolean,
  terms: Pick<OfficeTerms, "now">,
): ReadNote | "undated" | null {
  // Only when and by whom says nothing of what was said.
  if (
    note === undefined ||
    note.text === undefined && note.more.length === 0 && note.type === undefined
  ) {
    return null;
  }
  if (note.at === undefined && isDated) return "undated";
  return {
    at: note.at ?? terms.now,
    staffId: note.staffId ?? null,
    type: note.type ?? "",
    text: [note.text, ...note.more].filter((line) => line !== undefined).join("\n"),
  };
}
