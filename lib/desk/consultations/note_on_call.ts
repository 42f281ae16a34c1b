import { noteOf } from "../../store/consultations.ts";
import { completeConsultation, saveDraft } from "../../store/notes.ts";
import { ownCall } from "../calls/own_call.ts";
import { requireMay, type StaffDesk } from "../desk.ts";
import { checkSaved, checkTyped, type TypedNote } from "./check_note.ts";
import { type NoteOutcome, orConflict } from "./note_outcome.ts";

/** Keeps what somebody is typing about a call of their own. Throws as `ownCall` does. */
export function keepNote(desk: StaffDesk, callId: number, typed: TypedNote): NoteOutcome {
  return write(desk, callId, () => {
    const checked = checkTyped(desk, typed);
    if (!checked.ok) return { ...checked, kind: "wrong", stored: storedNote(desk, callId) };
    const note = { callId, staffId: desk.by.id, ...checked.value };
    return { kind: "saved", value: saveDraft(desk.store, note, desk.now) };
  });
}

/** Saves somebody's note on a call of their own, and what is to become of it. Throws as `ownCall` does. */
export function saveNote(desk: StaffDesk, callId: number, typed: TypedNote): NoteOutcome {
  return write(desk, callId, () => {
    const stored = storedNote(desk, callId);
    const checked = checkSaved(desk, typed, stored);
    if (!checked.ok) return { ...checked, kind: "wrong", stored };
    const { note: words, completion } = checked.value;
    const note = { callId, staffId: desk.by.id, ...words };
    const value = completeConsultation(desk.store, note, completion, desk.now);
    return { kind: "saved", value };
  });
}

function write(desk: StaffDesk, callId: number, how: () => NoteOutcome): NoteOutcome {
  requireMay(desk, "consultations.write");
  return orConflict(() =>
    desk.store.transaction(() => {
      ownCall(desk, callId);
      return how();
    })
  );
}

function storedNote({ store, by }: StaffDesk, callId: number) {
  return noteOf(store, callId, by.id);
}
