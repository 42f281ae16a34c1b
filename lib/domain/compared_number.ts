import type { Numbering } from "./numbering.ts";
import { normalNumber } from "./phone_number.ts";

/** Begins what is kept in place of a normal form; no number does. */
const UNREAD = "?";

/**
 * What a customer's number is compared by: its normal form, or, where the text is not surely a number (any more), a text
 * that no call has.
 */
export function comparedAs(text: string, numbering: Numbering): string {
  return normalNumber(text, numbering) ?? UNREAD + text;
}

/** The same of all numbers of a customer: where two are one number, the first has it, and the other stays to be seen. */
export function allComparedAs(texts: readonly string[], numbering: Numbering): string[] {
  const taken = new Set<string>();
  return texts.map((text, position) => {
    const compared = comparedAs(text, numbering);
    if (taken.has(compared)) return `${UNREAD}${position} ${text}`;
    taken.add(compared);
    return compared;
  });
}

/** Whether it is compared with no call: it is shown as it was typed, and can be put right. */
export function isUnread(compared: string): boolean {
  return compared.startsWith(UNREAD);
}
