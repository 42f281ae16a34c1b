import type { Customer } from "../../domain/customer.ts";
import type { ImportRowKey } from "../../store/import_rows.ts";
import type { OwnedNumber } from "../../store/number_move.ts";
import type { Problems } from "../problem.ts";
import type { TypedCustomer } from "./check_customer.ts";
import type { OwnerAnswer } from "./number_owners.ts";

/** What somebody wrote about a customer. */
export interface WrittenCustomer {
  readonly typed: TypedCustomer;
  /** During this call: whoever is on the phone has seen who else has the number, and is not asked. Null is none. */
  readonly callId: number | null;
  /** The row of a finished import that was refused and is mended with this; null for none. */
  readonly importRow: ImportRowKey | null;
  readonly answer: OwnerAnswer;
}

/** What became of it; but for `saved` nothing has changed. */
export type CustomerOutcome<T> =
  | { readonly kind: "saved"; readonly value: T }
  /** By the names of the fields, `numbers.0` and `field_7`. */
  | { readonly kind: "wrong"; readonly problems: Problems }
  /** Others have these numbers, and it is not said what is to become of them. */
  | { readonly kind: "owned"; readonly owners: readonly OwnedNumber[]; readonly version: number }
  /** Somebody else has changed the customer since; `stored` is what they made of it. */
  | { readonly kind: "conflict"; readonly stored: Customer };
