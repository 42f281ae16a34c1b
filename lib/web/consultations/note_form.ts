import type { TypedNote } from "../../desk/consultations/check_note.ts";
import type { Visit } from "../visit.ts";
import type { Form } from "../forms/form.ts";
import { typedMoment } from "../forms/typed_moment.ts";

/** A note as the form sent it. */
export interface SentNote extends Omit<TypedNote, "callbackAt"> {
  /** `2026-11-21T14:30`, the office's time. */
  readonly callbackAt: string;
}

export function sentNote(form: Form): SentNote {
  return {
    type: form.text("type"),
    text: form.text("text"),
    state: form.text("state"),
    callbackAt: form.text("callbackAt"),
    version: form.text("version"),
  };
}

/** What it says. */
export function typedNote(sent: SentNote, visit: Pick<Visit, "format">): TypedNote {
  return { ...sent, callbackAt: typedMoment(sent.callbackAt, visit) };
}
