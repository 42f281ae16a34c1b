import type { Customer } from "../domain/customer.ts";
import { customersByNumber } from "./customer_match.ts";
import { type Change, updateCustomer } from "./customers.ts";
import type { Store } from "./database.ts";

/** A number that somebody else has already. */
export interface OwnedNumber {
  readonly normal: string;
  readonly owners: readonly Customer[];
}

/** Those of these numbers (normal forms) that belong to somebody other than `customerId`; null is a new customer. */
export function ownedNumbers(
  store: Store,
  normals: readonly string[],
  customerId: number | null,
): OwnedNumber[] {
  return normals.map((normal) => ({
    normal,
    owners: customersByNumber(store, normal).filter(({ id }) => id !== customerId),
  })).filter(({ owners }) => owners.length > 0);
}

/**
 * Takes a number away from everybody but `customerId`, who has it by now. The calls and consultations stay with
 * those with whom they were; calls from now on are the new owner's.
 */
export function moveNumber(
  store: Store,
  normal: string,
  customerId: number,
  change: Change,
): void {
  store.transaction(() => {
    for (const owner of customersByNumber(store, normal)) {
      if (owner.id === customerId) continue;
      const numbers = owner.numbers.filter((own) => own.normal !== normal);
      updateCustomer(store, owner.id, { ...owner, numbers }, owner.version, change);
    }
    store.run(
      "DELETE FROM number_choices WHERE normal = ? AND customer_id <> ?",
      normal,
      customerId,
    );
  });
}
