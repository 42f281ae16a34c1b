import type { Consultation } from "../../domain/consultation.ts";
import { settle, typeInto } from "../../store/consultation_changes.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { changeableConsultation } from "./changeable_consultation.ts";
import { checkSaved, checkTyped, type TypedNote } from "./check_note.ts";
import { type NoteOutcome, orConflict } from "./note_outcome.ts";

/** Keeps what somebody is typing into a consultation. Throws as `changeableConsultation` does. */
export function keepTyped(desk: StaffDesk, id: number, typed: TypedNote): NoteOutcome {
  return write(desk, id, (stored) => {
    const checked = checkTyped(desk, typed);
    if (!checked.ok) return { ...checked, kind: "wrong", stored };
    return { kind: "saved", value: typeInto(desk.store, id, checked.value, change(desk)) };
  });
}

/**
 * Saves a consultation, new or corrected, and what is to become of it. Throws as `changeableConsultation` does.
 */
export function saveConsultation(desk: StaffDesk, id: number, typed: TypedNote): NoteOutcome {
  return write(desk, id, (stored) => {
    const checked = checkSaved(desk, typed, stored);
    if (!checked.ok) return { ...checked, kind: "wrong", stored };
    const { note, completion } = checked.value;
    return { kind: "saved", value: settle(desk.store, id, note, completion, change(desk)) };
  });
}

function write(
  desk: StaffDesk,
  id: number,
  how: (stored: Consultation) => NoteOutcome,
): NoteOutcome {
  requireMay(desk, "consultations.write");
  return orConflict(() => desk.store.transaction(() => how(changeableConsultation(desk, id))));
}

function change({ by, now }: StaffDesk) {
  return { by: by.id, at: now };
}
