import { dialNumber, type DialOutcome } from "../../desk/telephony/dial_number.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import type { Translate } from "../../text/translator.ts";
import { phoneDeskOf } from "../desk_of.ts";
import { readForm } from "../forms/read_form.ts";
import { toast } from "../frame/respond.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";

/** Where the switch was not asked; 200 where it was, whatever came of it. */
const STATUS: Partial<Record<DialOutcome["result"], 409 | 422 | 429>> = {
  not_dialable: 422,
  no_extension: 409,
  not_allowed: 409,
  emergency: 409,
  do_not_call: 409,
  too_often: 429,
};

/** Dials, by asking the switch; says what came of it: to a script as JSON, to a page as a short message. */
export const callDial: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const outcome = await dialNumber(phoneDeskOf(visit), {
    number: form.text("number"),
    extension: form.text("extension"),
    confirmed: form.text("confirmed") === "yes",
  });
  const { result, extension, digits } = outcome;
  const status = STATUS[result] ?? 200;
  const [shown, text] = [
    formatNumber(digits, visit.web.office.numbering),
    sentenceOf(outcome, visit),
  ];
  if (c.req.header("accept")?.includes("application/json")) {
    return c.json({ result, text, status, extension, digits, shown }, status);
  }
  return toast(c, visit, result === "accepted" ? "done" : "error", text, status);
};

function sentenceOf(outcome: DialOutcome, { t, web }: StaffVisit): string {
  const { result, extension, digits } = outcome;
  const names = namesIn(outcome, t);
  return t(`dial.${result}`, {
    extension: extension ?? "",
    number: formatNumber(digits, web.office.numbering),
    names,
  });
}

function namesIn(outcome: DialOutcome, t: Translate): string {
  switch (outcome.result) {
    case "not_allowed":
      return t(`dialling.${outcome.special}`);
    case "do_not_call":
      return outcome.asked.map(({ name, company }) => name || company).join(", ");
    default:
      return "";
  }
}
