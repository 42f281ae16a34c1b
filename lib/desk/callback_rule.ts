import type { Problem } from "./problem.ts";

/** A moment as it was written: ms since the epoch, UTC; null where none was, `wrong` where what was written is none. */
export type TypedMoment = number | "wrong" | null;

/** A clock that is a little behind the office's is no reason to refuse "now". */
const PAST_MS = 5 * 60_000;

/**
 * What is wrong with the moment at which somebody is to be called again; else that moment. `before` is what stood there, null
 * for nothing: what is due already may stay as it is.
 */
export function callbackRule(
  at: TypedMoment,
  now: number,
  before: number | null = null,
): { readonly at: number } | { readonly problem: Problem } {
  if (at === null) return { problem: { code: "field.callback_required", args: {} } };
  if (at === "wrong") return { problem: { code: "field.callback_invalid", args: {} } };
  if (isAsShown(at, before)) return { at: before };
  if (isPast(at, now)) return { problem: { code: "field.callback_past", args: {} } };
  return { at };
}

/** Whether a moment lies so far back that it cannot be meant. */
export function isPast(at: number, now: number): boolean {
  return at < now - PAST_MS;
}

/** Whether a typed moment is what a form has shown of `before`, and nobody changed: a form knows no seconds. */
export function isAsShown(at: number, before: number | null): before is number {
  return before !== null && Math.floor(at / 60_000) === Math.floor(before / 60_000);
}
