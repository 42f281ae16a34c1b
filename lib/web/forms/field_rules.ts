import { z } from "zod";
import type { TextKey, Translate } from "../../text/translator.ts";

/** The fields that have a name in `lib/text`, `name.<field>`. */
export type FieldName = Extract<TextKey, `name.${string}`> extends `name.${infer Name}` ? Name
  : never;

/** What is wrong, by field; a sentence in the person's language each. */
export type FieldErrors = Readonly<Record<string, string>>;

export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Says in a zod check what is wrong with a field: the key of a sentence and what it is about. */
export function wrong(
  key: TextKey,
  args: Readonly<Record<string, string | number>> = {},
): { code: "custom"; message: string; params: Record<string, string | number> } {
  return { code: "custom", message: key, params: { ...args } };
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

/** The version of what the form was filled from. */
export const version = z.string().transform((text, ctx) => {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  ctx.addIssue(wrong("field.version"));
  return z.NEVER;
});

/** Checks what was typed. The errors are those that the person sees, the first one of each field. */
export function check<T>(schema: z.ZodType<T>, input: unknown, t: Translate): Checked<T> {
  const result = schema.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  const errors: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const name = fieldOf(issue.path);
    errors[name] ??= sentence(issue, t);
  }
  return { ok: false, errors };
}

/** `name`, or `numbers.0` for whatever is wrong with the first row of numbers. */
function fieldOf(path: readonly PropertyKey[]): string {
  return path.slice(0, 2).join(".") || "form";
}

function sentence(issue: z.core.$ZodIssue, t: Translate): string {
  const params = issue.code === "custom" ? issue.params ?? {} : {};
  const field = typeof params["field"] === "string"
    ? t(`name.${params["field"] as FieldName}`)
    : "";
  return t(issue.message as TextKey, { ...params, field });
}

/** Korean typed on a Mac comes in pieces (NFD): composed, the same name is the same text. */
function composed(text: string): string {
  return text.normalize("NFC").trim();
}

/** As a person counts: an emoji is no two. */
function characters(text: string): number {
  return [...text].length;
}
