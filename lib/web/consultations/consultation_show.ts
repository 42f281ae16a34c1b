import { requireConsultation } from "../../store/consultations.ts";
import { idParam } from "../params.ts";
import { consultationPageView } from "./consultation_page_view.ts";
import { page } from "../frame/respond.ts";
import type { StaffHandler } from "../visit.ts";

/** One consultation: to write, to correct or to read, with what stood in it before. */
export const consultationShow: StaffHandler = (c, visit) => {
  const consultation = requireConsultation(visit.store, idParam(c));
  const data = consultationPageView(visit, consultation);
  return page(c, visit, "consultations/consultation_show", data, {
    title: visit.t("title.consultation"),
    active: "customers",
    customerId: consultation.customerId,
  });
};
