import type { z } from "zod";
import { check as checkCoded } from "../../desk/field_rules.ts";
import type { Problems } from "../../desk/problem.ts";
import { problemSentence } from "../../text/problem_sentence.ts";
import type { Translate } from "../../text/translator.ts";

/** What is wrong, by field; a sentence in the person's language each. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Checks what was typed. The errors are those that the person sees, the first one of each field. */
export function check<T>(shape: z.ZodType<T>, typed: unknown, t: Translate): Checked<T> {
  const checked = checkCoded(shape, typed);
  return checked.ok ? checked : { ok: false, errors: errorsOf(checked.problems, t) };
}

/** What stands beside the fields of a form. */
export function errorsOf(problems: Problems, t: Translate): FieldErrors {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, problemSentence(problem, t)]),
  );
}
