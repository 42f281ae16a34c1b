import type { CommandOutcome } from "../../domain/call_command.ts";
import { digitsOutside, numberToDial, type ToDial } from "../../domain/dialled_number.ts";
import { listExtensions } from "../../store/extensions.ts";
import { numberingOf } from "../../store/numbering.ts";
import { requireMay } from "../desk.ts";
import { type CallRefusal, callRefusal } from "./call_refusal.ts";
import { askedExtension, phoneOf, usualExtension } from "./dial_extension.ts";
import type { PhoneDesk } from "./phone_desk.ts";

/** What came of asking the switch to dial, or why it was not asked. */
export type DialOutcome =
  & (
    | { readonly result: "accepted" | Exclude<CommandOutcome["outcome"], "done"> }
    | { readonly result: "not_dialable" | "no_extension" }
    | CallRefusal
  )
  & Dialled;

/** What was to be dialled, and from where. */
interface Dialled {
  /** The extension that rings; null where there is none. */
  readonly extension: string | null;
  /** Digits that are dialled; empty where the number is none. */
  readonly digits: string;
}

export interface DialWish {
  /** As typed or clicked. */
  readonly number: string;
  /**
   * From which to dial, `202` or `2:301`: one of their own, for those who may so any. Empty is the own one that they
   * dial from.
   */
  readonly extension: string;
  /** Whether they have said to call an emergency number, or a customer who asked not to be called. */
  readonly confirmed: boolean;
}

/**
 * Dials what the office allows and as often as it does. An emergency number and a customer who asked not to be called
 * are called after a question only. Throws `NotYours` for somebody else's extension.
 */
export async function dialNumber(desk: PhoneDesk, wish: DialWish): Promise<DialOutcome> {
  requireMay(desk, "calls.dial");
  const from = wish.extension === "" ? usualExtension(desk) : askedExtension(desk, wish.extension);
  const extension = from?.number ?? null;
  const asked = numberToDial(wish.number, numberingOf(desk.store));
  const digits = asked?.digits ?? "";
  if (asked === null) return { result: "not_dialable", extension, digits };
  if (from === null) return { result: "no_extension", extension, digits };
  const refusal = callRefusal(desk, asked, wish.confirmed);
  if (refusal !== null) return { ...refusal, extension, digits };
  const { outcome } = await desk.telephony.dial(phoneOf(desk, from), digitsToSend(desk, asked));
  const result = outcome === "done" ? "accepted" : outcome;
  return { result, extension, digits };
}

/** What the switch is given: an extension and a feature code as they are, a number as it is dialled outside. */
export function digitsToSend({ store }: Pick<PhoneDesk, "store">, asked: ToDial): string {
  const isInside = !asked.isNumber ||
    !asked.outside && listExtensions(store).some(({ number }) => number === asked.digits);
  return isInside ? asked.digits : digitsOutside(asked, numberingOf(store));
}
