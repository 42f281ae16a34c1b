import type { Problem } from "./problem.ts";

/** A moment as it was written: ms since the epoch, UTC; null where none was, `wrong` where what was written is none. */
export type TypedMoment = number | "wrong" | null;

/** A clock that is a little behind the office's is no reason to refuse "now". */
const PAST_MS = 5 * 60_000;

/** What is wrong with the moment at which somebody is to be called again; else that moment. */
export function callbackRule(
  at: TypedMoment,
  now: number,
): { readonly at: number } | { readonly problem: Problem } {
  if (at === null) return { problem: { code: "field.callback_required", args: {} } };
  if (at === "wrong") return { problem: { code: "field.callback_invalid", args: {} } };
  if (at < now - PAST_MS) return { problem: { code: "field.callback_past", args: {} } };
  return { at };
}
