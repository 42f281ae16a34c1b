import { z } from "zod";
import type { Consultation } from "../../domain/consultation.ts";
import type { Completion, TypedConsultation } from "../../store/consultation_changes.ts";
import { knownWord } from "../../store/list_words.ts";
import { callbackRule, type TypedMoment } from "../callback_rule.ts";
import type { Desk } from "../desk.ts";
import { check, line, paragraphs, version, wrong } from "../field_rules.ts";
import { type Outcome, type Problem, refused } from "../problem.ts";

/** A note as it was typed. */
export interface TypedNote {
  readonly type: string;
  readonly text: string;
  /** What is to become of it; only a note that is saved has to say so. */
  readonly state: string;
  /** Counts with the state `callback` only. */
  readonly callbackAt: TypedMoment;
  readonly version: string;
}

/** A note that is saved, and what is to become of it. */
export interface SavedNote {
  readonly note: TypedConsultation;
  readonly completion: Completion;
}

type Asking = Pick<Desk, "store" | "now">;

/** Checks what is needed to keep a note while it is typed: what is to become of it can wait. */
export function checkTyped({ store }: Asking, typed: TypedNote): Outcome<TypedConsultation> {
  const shape = z.object({
    type: line("type", 100).transform((word, ctx) => {
      const type = word === "" ? "" : knownWord(store, "type", word);
      if (type !== null) return type;
      ctx.addIssue(wrong("field.type_unknown"));
      return z.NEVER;
    }),
    text: paragraphs("text", 20_000),
    version,
  });
  const checked = check(shape, typed);
  if (!checked.ok || typed.state !== "callback") return checked;
  const callbackAt = typed.callbackAt === "wrong" ? null : typed.callbackAt;
  return { ok: true, value: { ...checked.value, callbackAt } };
}

/** Checks a note that is saved, and what is to become of it. `stored` is what stood there, null for nothing. */
export function checkSaved(
  desk: Asking,
  typed: TypedNote,
  stored: Consultation | null,
): Outcome<SavedNote> {
  const note = checkTyped(desk, typed);
  const completion = checkCompletion(desk, typed, stored);
  if (note.ok && completion.ok) {
    return { ok: true, value: { note: note.value, completion: completion.value } };
  }
  const problems: Record<string, Problem> = {
    ...note.ok ? {} : note.problems,
    ...completion.ok ? {} : completion.problems,
  };
  return { ok: false, problems };
}

function checkCompletion(
  { now }: Asking,
  { state, callbackAt }: TypedNote,
  stored: Consultation | null,
): Outcome<Completion> {
  if (state === "open" || state === "done") {
    return { ok: true, value: { state, callbackAt: null } };
  }
  if (state !== "callback") return refused("field.state_unknown", {}, "state");
  // What a draft says is promised by nobody yet.
  const promised = stored?.state === "callback" ? stored.callbackAt : null;
  const checked = callbackRule(callbackAt, now, promised);
  return "at" in checked
    ? { ok: true, value: { state, callbackAt: checked.at } }
    : { ok: false, problems: { callbackAt: checked.problem } };
}
