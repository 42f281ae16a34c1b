import { formatNumber, isDialable, normalNumber } from "../../domain/phone_number.ts";
import { readForm } from "../forms/form.ts";
import { toast } from "../respond.ts";
import type { StaffHandler } from "../visit.ts";

/** Dials from the person's own extension, by asking the switch; says what came of it. */
export const callDial: StaffHandler = async (c, visit) => {
  const { extension } = visit.person;
  const typed = (await readForm(c)).text("number");
  const digits = isDialable(typed) ? normalNumber(typed) : null;
  if (digits === null) return toast(c, visit, "error", visit.t("dial.not_dialable"), 422);
  if (extension === null) return toast(c, visit, "error", visit.t("dial.no_extension"), 409);
  const result = await visit.web.lines.dial(extension, digits);
  const text = visit.t(`dial.${result}`, { extension, number: formatNumber(digits) });
  return toast(c, visit, result === "accepted" ? "done" : "error", text);
};
