import { SPECIAL_NUMBERS, type SpecialNumber, specialNumber } from "../../domain/dial_kind.ts";
import { numbersReached, type ToDial } from "../../domain/dialled_number.ts";
import { dialPolicy } from "../../store/dial_policy.ts";
import { askedNotToBeCalled, type UncalledCustomer } from "../../store/do_not_call.ts";
import { listExtensions } from "../../store/extensions.ts";
import { numberingOf } from "../../store/numbering.ts";
import type { PhoneDesk } from "./phone_desk.ts";

/** Why the office has no call made to a number now, by whichever command. */
export type CallRefusal =
  | { readonly result: "not_allowed"; readonly special: SpecialNumber }
  /** To be asked first, as `do_not_call` is. */
  | { readonly result: "emergency" }
  | { readonly result: "do_not_call"; readonly asked: readonly UncalledCustomer[] }
  | { readonly result: "too_often"; readonly perMinute: number };

/**
 * Why `asked` is not called for whoever asks; null where they are: then the call counts. With `confirmed`
 * they have said to call an emergency number, or a customer who asked not to be called.
 */
export function callRefusal(
  desk: PhoneDesk,
  asked: Pick<ToDial, "digits" | "isNumber">,
  confirmed: boolean,
): CallRefusal | null {
  const { store, by, now, dialRate } = desk;
  const { allowed, perMinute } = dialPolicy(store);
  const numbering = numberingOf(store);
  const isExtension = listExtensions(store).some(({ number }) => number === asked.digits);
  const reached = isExtension ? [asked.digits] : numbersReached(asked, numbering);
  const kinds = reached.map((digits) => specialNumber(digits, numbering));
  const special = SPECIAL_NUMBERS.find((kind) => kinds.includes(kind)) ?? null;
  if (special !== null && !allowed[special]) return { result: "not_allowed", special };
  if (special === "emergency" && !confirmed) return { result: "emergency" };
  const uncalled = confirmed ? [] : reached.flatMap((digits) => askedNotToBeCalled(store, digits));
  if (uncalled.length > 0) return { result: "do_not_call", asked: uncalled };
  // Colleagues are called as often as need be, and so is whoever comes to help.
  if (special === "emergency" || isExtension || dialRate.take(by.id, perMinute, now)) return null;
  return { result: "too_often", perMinute };
}
