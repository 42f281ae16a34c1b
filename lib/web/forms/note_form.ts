import { z } from "zod";
import { line, paragraphs, version, wrong } from "../../desk/field_rules.ts";
import type { Completion } from "../../store/consultation_changes.ts";
import { knownWord } from "../../store/list_words.ts";
import type { Visit } from "../visit.ts";
import { check, type Checked } from "./check.ts";
import type { Form } from "./form.ts";

/** A note as it was typed. */
export interface TypedNote {
  readonly type: string;
  readonly text: string;
  readonly state: string;
  readonly callbackAt: string;
  readonly version: string;
}

export interface NoteInput {
  readonly type: string;
  readonly text: string;
  readonly version: number;
  /** Null where no time, or none that is one, is chosen yet. */
  readonly callbackAt?: number | null;
}

/** A clock that is a little behind the office's is no reason to refuse "now". */
const PAST_MS = 5 * 60_000;

export function typedNote(form: Form): TypedNote {
  return {
    type: form.text("type"),
    text: form.text("text"),
    state: form.text("state"),
    callbackAt: form.text("callbackAt"),
    version: form.text("version"),
  };
}

/** Checks what is needed to keep a note while it is typed: what is to become of it can wait. */
export function checkDraft(typed: TypedNote, visit: Visit): Checked<NoteInput> {
  const checked = check(draft(visit), typed, visit.t);
  if (!checked.ok || typed.state !== "callback") return checked;
  return {
    ok: true,
    value: { ...checked.value, callbackAt: visit.format.fromInput(typed.callbackAt) },
  };
}

/** Checks a note that is saved, and what is to become of it. */
export function checkCompletion(
  typed: TypedNote,
  visit: Visit,
): Checked<{ readonly note: NoteInput; readonly completion: Completion }> {
  const note = check(draft(visit), typed, visit.t);
  const completion = check(followUp(visit), typed, visit.t);
  if (note.ok && completion.ok) {
    return { ok: true, value: { note: note.value, completion: completion.value } };
  }
  return {
    ok: false,
    errors: { ...note.ok ? {} : note.errors, ...completion.ok ? {} : completion.errors },
  };
}

function draft(visit: Visit): z.ZodType<NoteInput> {
  return z.object({
    type: line("type", 100).transform((typed, ctx) => {
      const type = typed === "" ? "" : knownWord(visit.store, "type", typed);
      if (type !== null) return type;
      ctx.addIssue(wrong("field.type_unknown"));
      return z.NEVER;
    }),
    text: paragraphs("text", 20_000),
    version,
  });
}

function followUp(visit: Visit): z.ZodType<Completion> {
  const fields = z.object({ state: z.string(), callbackAt: z.string() });
  return fields.transform(({ state, callbackAt }, ctx): Completion => {
    if (state === "open" || state === "done") return { state, callbackAt: null };
    const at = visit.format.fromInput(callbackAt);
    if (state !== "callback") {
      ctx.addIssue({ ...wrong("field.state_unknown"), path: ["state"] });
    } else if (callbackAt === "") {
      ctx.addIssue({ ...wrong("field.callback_required"), path: ["callbackAt"] });
    } else if (at === null) {
      ctx.addIssue({ ...wrong("field.callback_invalid"), path: ["callbackAt"] });
    } else if (at < visit.now - PAST_MS) {
      ctx.addIssue({ ...wrong("field.callback_past"), path: ["callbackAt"] });
    } else {
      return { state, callbackAt: at };
    }
    return z.NEVER;
  });
}
