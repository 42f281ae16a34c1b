import type { FoundCustomer } from "../../store/customer_search.ts";

/** What was guessed of the one at this place and of those who follow; null where that was said already, or it is no guess. */
export function newGuess(found: readonly FoundCustomer[], at: number): string | null {
  const guess = found[at]?.guess ?? null;
  return guess === (found[at - 1]?.guess ?? null) ? null : guess;
}
