import { normalNumber } from "../../domain/phone_number.ts";
import type { Change, CustomerInput } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import { numberingOf } from "../../store/numbering.ts";
import { moveNumber, type OwnedNumber, ownedNumbers } from "../../store/number_move.ts";

/** What is to become of a number (in normal form) that others have; null where nobody has said so yet. */
export type OwnerAnswer = (normal: string) => "keep" | "move" | null;

/**
 * The numbers that others have already and of which it is not said yet what is to become of them. What the customer
 * had `before` is no question.
 */
export function openOwners(
  store: Store,
  input: CustomerInput,
  answer: OwnerAnswer,
  customerId: number | null,
  before: readonly string[],
): OwnedNumber[] {
  const fresh = normals(store, input).filter((normal) => !before.includes(normal));
  return ownedNumbers(store, fresh, customerId).filter(({ normal }) => answer(normal) === null);
}

/** Takes those numbers from others of which it is said so; `customerId` has them by now. */
export function settleOwners(
  store: Store,
  input: CustomerInput,
  answer: OwnerAnswer,
  customerId: number,
  change: Change,
): void {
  for (const normal of normals(store, input)) {
    if (answer(normal) === "move") moveNumber(store, normal, customerId, change);
  }
}

function normals(store: Store, input: CustomerInput): string[] {
  const numbering = numberingOf(store);
  return input.numbers.map(({ number }) => normalNumber(number, numbering)).filter((normal) =>
    normal !== null
  );
}
