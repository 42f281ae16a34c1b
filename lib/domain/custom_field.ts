export const FIELD_KINDS = ["text", "number", "date", "choice", "yes_no"] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Something that an administrator wants to know about customers besides. */
export interface CustomField {
  readonly id: number;
  readonly label: string;
  readonly kind: FieldKind;
  /** What can be chosen; empty for every other kind. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Taken out of the forms at this moment, its values kept; null while it is in use. */
  readonly retiredAt: number | null;
}

/** Why something typed is no value of a field. */
export type FieldProblem =
  | "required"
  | "control"
  | "too_long"
  | "number"
  | "date"
  | "choice"
  | "yes_no";

export type CheckedValue =
  | { readonly ok: true; readonly value: string }
  | { readonly ok: false; readonly problem: FieldProblem };

export const LONGEST_VALUE = 500;

/**
 * What was typed into a field as it is stored: '' for nothing, `1234.5`, `2026-11-21`, `yes` or `no`. What
 * is stored `before` may stay although it can no longer be chosen.
 */
export function checkFieldValue(
  field: Pick<CustomField, "kind" | "choices" | "required">,
  typed: string,
  before = "",
): CheckedValue {
  const text = typed.normalize("NFC").trim();
  if (text === "") return field.required ? wrong("required") : { ok: true, value: "" };
  if (text === before) return { ok: true, value: text };
  if (/\p{Cc}/u.test(text)) return wrong("control");
  if ([...text].length > LONGEST_VALUE) return wrong("too_long");
  switch (field.kind) {
    case "text":
      return { ok: true, value: text };
    case "number":
      return orWrong(normalFigure(text), "number");
    case "date":
      return orWrong(normalDay(text), "date");
    case "choice":
      return orWrong(field.choices.includes(text) ? text : null, "choice");
    case "yes_no":
      return orWrong(text === "yes" || text === "no" ? text : null, "yes_no");
    default:
      return field.kind satisfies never;
  }
}

/** `2026-11-21` of `2026-11-21`, `2026.11.21`, `2026/11/21` or `20261121`; null where that is no day. */
export function normalDay(text: string): string | null {
  const found = /^(\d{4})([-./]?)\s?(\d{1,2})\2\s?(\d{1,2})\.?$/.exec(text.trim());
  if (found === null || (found[2] === "" && text.trim().length !== 8)) return null;
  const [year, month, day] = [Number(found[1]), Number(found[3]), Number(found[4])];
  const date = new Date(Date.UTC(year, month - 1, day));
  const same = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day;
  return same && year >= 1 ? date.toISOString().slice(0, 10) : null;
}

/** Digits with at most one point and a sign, however its thousands were written. */
function normalFigure(text: string): string | null {
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  if (!/^[+-]?\d{1,15}(\.\d{1,10})?$/.test(plain)) return null;
  return plain.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1");
}

function orWrong(value: string | null, problem: FieldProblem): CheckedValue {
  return value === null ? wrong(problem) : { ok: true, value };
}

function wrong(problem: FieldProblem): CheckedValue {
  return { ok: false, problem };
}
