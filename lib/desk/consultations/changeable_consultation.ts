import type { Consultation } from "../../domain/consultation.ts";
import { requireConsultation } from "../../store/consultations.ts";
import { mayAt, NotYours, type StaffDesk } from "../desk.ts";

/** Whether whoever asks may write in it: their own; what somebody else has saved, those may who correct. */
export function mayChange(desk: StaffDesk, { staffId, state }: Consultation): boolean {
  if (staffId === desk.by.id) return true;
  return state !== "draft" && mayAt(desk, "consultations.correct");
}

/** Whether it can be thrown away: a draft without a call, which has never been more. */
export function mayDiscard(desk: StaffDesk, consultation: Consultation): boolean {
  const { state, callId, customerId } = consultation;
  return mayChange(desk, consultation) && state === "draft" && callId === null &&
    customerId !== null;
}

/** The consultation, to be written in. Throws `NotFound`, and `NotYours` for one that they may only read. */
export function changeableConsultation(desk: StaffDesk, id: number): Consultation {
  const consultation = requireConsultation(desk.store, id);
  if (mayChange(desk, consultation)) return consultation;
  throw new NotYours(desk.by.login, `consultation ${id}`, "consultation.not_yours");
}
