import { z } from "zod";
import { composed } from "../domain/composed.ts";
import {
  type FieldName,
  isProblemCode,
  type Outcome,
  type Problem,
  type ProblemCode,
} from "./problem.ts";

/** Says in a zod check what is wrong with a field, and what that is about. */
export function wrong(
  code: ProblemCode,
  args: Problem["args"] & { readonly field?: FieldName } = {},
): { code: "custom"; message: string; params: Record<string, string | number> } {
  return { code: "custom", message: code, params: { ...args } };
}

/** One line: trimmed, without control characters, at most `max` characters. */
export function line(field: FieldName, max: number): z.ZodType<string, string> {
  return z.string().transform(composed).superRefine((text, ctx) => {
    if (/\p{Cc}/u.test(text)) ctx.addIssue(wrong("field.control", { field }));
    if (characters(text) > max) {
      ctx.addIssue(wrong("field.too_long", { field, max, length: characters(text) }));
    }
  });
}

/** Text of many lines, their ends made the same; without control characters but tabs. */
export function paragraphs(field: FieldName, max: number): z.ZodType<string, string> {
  return z.string().transform((text) => composed(text.replace(/\r\n?/g, "\n"))).superRefine(
    (text, ctx) => {
      if (/[^\P{Cc}\n\t]/u.test(text)) ctx.addIssue(wrong("field.control", { field }));
      if (characters(text) > max) {
        ctx.addIssue(wrong("field.too_long", { field, max, length: characters(text) }));
      }
    },
  );
}

/** One of these words; `code` is what is wrong with any other. */
export function oneOf<const T extends string>(
  words: readonly T[],
  code: ProblemCode,
): z.ZodType<T, string> {
  return z.string().transform((text, ctx) => {
    const word = words.find((one) => one === text);
    if (word !== undefined) return word;
    ctx.addIssue(wrong(code));
    return z.NEVER;
  });
}

/** The whole number that was typed, from `least` to `most`; null for anything else. */
export function wholeNumber(
  typed: string,
  { least, most }: { readonly least: number; readonly most: number },
): number | null {
  const number = /^\d{1,15}$/.test(typed.trim()) ? Number(typed) : NaN;
  return number >= least && number <= most ? number : null;
}

/** The version of what the form was filled from. */
export const version = z.string().transform((text, ctx) => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  ctx.addIssue(wrong("field.version"));
  return z.NEVER;
});

/** Checks what was typed against `shape`: the first problem of each field. Throws where a rule has no code for it. */
export function check<T>(shape: z.ZodType<T>, typed: unknown): Outcome<T> {
  const result = shape.safeParse(typed);
  if (result.success) return { ok: true, value: result.data };
  const problems: Record<string, Problem> = {};
  for (const issue of result.error.issues) problems[fieldOf(issue.path)] ??= problemOf(issue);
  return { ok: false, problems };
}

/** `name`, or `numbers.0` for whatever is wrong with the first row of numbers. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.slice(0, 2).join(".") || "form";
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const { message: code } = issue;
  if (!isProblemCode(code)) {
    throw new TypeError(`the rule of "${issue.path.join(".")}" says "${code}"; expected a code`);
  }
  return { code, args: issue.code === "custom" ? issue.params ?? {} : {} };
}

/** As a person counts: an emoji is no two. */
function characters(text: string): number {
  return [...text].length;
}
