import { refusalOf } from "./refused.ts";

/** Whether a statement failed because another connection had the lock that it needs. */
export function isBusy(error: unknown): boolean {
  return refusalOf(error) === "held";
}
