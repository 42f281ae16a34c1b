import { beginConsultation } from "../../desk/consultations/begin_consultation.ts";
import { deskOf } from "../desk_of.ts";
import { idParam } from "../params.ts";
import type { StaffHandler } from "../visit.ts";

/** Begins a consultation without a call: a draft from its first moment, so that nothing of it is lost. */
export const consultationNew: StaffHandler = (c, visit) => {
  const { id } = beginConsultation(deskOf(visit), idParam(c));
  return c.redirect(`/consultations/${id}`, 303);
};
