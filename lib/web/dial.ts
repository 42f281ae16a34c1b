import type { CommandOutcome } from "../domain/call_command.ts";
import { specialNumber } from "../domain/dial_kind.ts";
import { formatNumber, isDialable, normalNumber } from "../domain/phone_number.ts";
import { dialPolicy } from "../store/dial_policy.ts";
import { askedNotToBeCalled } from "../store/do_not_call.ts";
import { askedExtension, phoneOf, usualExtension } from "./dial_extension.ts";
import type { StaffVisit } from "./visit.ts";

/** What came of asking the switch to dial, or why it was not asked. */
export interface DialOutcome {
  readonly result:
    | "accepted"
    | Exclude<CommandOutcome["outcome"], "done">
    | "not_dialable"
    | "no_extension"
    /** The office does not allow such numbers from its pages. */
    | "not_allowed"
    /** To be asked first, as `do_not_call` is. */
    | "emergency"
    | "do_not_call"
    | "too_often";
  /** The same as a sentence. */
  readonly text: string;
  readonly status: 200 | 409 | 422 | 429;
  /** The extension that rings; null where there is none. */
  readonly extension: string | null;
  /** Digits that are dialled; empty where the number is none. */
  readonly digits: string;
  readonly shown: string;
}

export interface DialWish {
  /** As typed or clicked. */
  readonly number: string;
  /**
   * From which to dial, `202` or `2:301`: one of the person's own, for supervisors any. Empty is the own one that they
   * dial from.
   */
  readonly extension: string;
  /** Whether the person has said to call an emergency number, or a customer who asked not to be called. */
  readonly confirmed: boolean;
}

/**
 * Dials from an extension of the person's own, a supervisor from any, what the office allows and as often as it does.
 * An emergency number and a customer who asked not to be called are called after a question only. Throws the problem
 * `forbidden` for somebody else's extension.
 */
export async function dial(visit: StaffVisit, wish: DialWish): Promise<DialOutcome> {
  const from = wish.extension === ""
    ? usualExtension(visit)
    : askedExtension(visit, wish.extension);
  const extension = from?.number ?? null;
  const digits = isDialable(wish.number) ? normalNumber(wish.number) ?? "" : "";
  const shown = formatNumber(digits);
  const say = (result: DialOutcome["result"], status: DialOutcome["status"], names = "") => {
    const args = { extension: extension ?? "", number: shown, names };
    return { result, status, extension, digits, shown, text: visit.t(`dial.${result}`, args) };
  };
  const policy = dialPolicy(visit.store);
  const special = specialNumber(digits);
  if (digits === "") return say("not_dialable", 422);
  if (from === null) return say("no_extension", 409);
  if (special !== null && !policy.allowed[special]) {
    return say("not_allowed", 409, visit.t(`dialling.${special}`));
  }
  if (special === "emergency" && !wish.confirmed) return say("emergency", 409);
  const asked = wish.confirmed ? [] : askedNotToBeCalled(visit.store, digits);
  if (asked.length > 0) {
    const names = asked.map(({ name, company }) => name || company).join(", ");
    return say("do_not_call", 409, names);
  }
  if (!visit.web.dialRate.take(visit.person.id, policy.perMinute, visit.now)) {
    return say("too_often", 429);
  }
  const { outcome } = await visit.web.telephony.dial(phoneOf(visit, from), digits);
  return say(outcome === "done" ? "accepted" : outcome, 200);
}
