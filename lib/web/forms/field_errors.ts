import type { Problems } from "../../desk/problem.ts";
import { problemSentence } from "../../text/problem_sentence.ts";
import type { Translate } from "../../text/translator.ts";

/** What is wrong, by field; a sentence in the person's language each. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What stands beside the fields of a form. */
export function errorsOf(problems: Problems, t: Translate): FieldErrors {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, problemSentence(problem, t)]),
  );
}
