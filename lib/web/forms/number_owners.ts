import { customerCode } from "../../domain/customer.ts";
import { formatNumber, normalNumber } from "../../domain/phone_number.ts";
import type { Change, CustomerInput } from "../../store/customers.ts";
import { moveNumber, ownedNumbers } from "../../store/number_move.ts";
import type { NumberOwnerView } from "../merge_data.ts";
import type { Visit } from "../visit.ts";
import type { Form } from "./form.ts";

/** What is to become of a number that somebody else has. */
type Answer = "keep" | "move";

/**
 * The numbers that others have already and of which the form does not say yet what is to become of them. What the
 * customer had `before` is no question; nor is it during a call, where the agent has seen who else has it.
 */
export function openOwners(
  visit: Visit,
  form: Form,
  input: CustomerInput,
  customerId: number | null,
  before: readonly string[],
): NumberOwnerView[] {
  if (form.text("call") !== "") return [];
  const fresh = normals(input).filter((normal) => !before.includes(normal));
  return ownedNumbers(visit.store, fresh, customerId)
    .filter(({ normal }) => answer(form, normal) === null)
    .map(({ normal, owners }) => ({
      normal,
      shown: formatNumber(normal),
      names: owners.map(({ id, name, company }) => ({
        id,
        name: name || company || customerCode(id),
      })),
    }));
}

/** Does what the form says about numbers of others; `customerId` has the numbers by now. */
export function settleOwners(
  visit: Visit,
  form: Form,
  input: CustomerInput,
  customerId: number,
  change: Change,
): void {
  for (const normal of normals(input)) {
    if (answer(form, normal) === "move") moveNumber(visit.store, normal, customerId, change);
  }
}

function normals(input: CustomerInput): string[] {
  return input.numbers.map(({ number }) => normalNumber(number)).filter((normal) =>
    normal !== null
  );
}

function answer(form: Form, normal: string): Answer | null {
  const text = form.text(`owner.${normal}`);
  return text === "keep" || text === "move" ? text : null;
}
