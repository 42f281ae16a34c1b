import { discardConsultation } from "../../desk/consultations/discard_consultation.ts";
import { deskOf } from "../desk_of.ts";
import { refusal } from "../forms/refusal.ts";
import { idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Throws away a draft that was never saved. */
export const consultationDiscard: StaffHandler = (c, visit) => {
  const discarded = discardConsultation(deskOf(visit), idParam(c));
  if (!discarded.ok) throw refusal(discarded.problems, "forbidden");
  return c.redirect(`/customers/${discarded.value.customerId}`, 303);
};
