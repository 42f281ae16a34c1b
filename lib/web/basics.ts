import { customerCode } from "../domain/customer.ts";
import type { CustomerInShort } from "../domain/customer.ts";
import type { Consultation } from "../domain/consultation.ts";
import { formatNumber } from "../domain/phone_number.ts";
import type { CustomerBrief, NumberView, TimeView } from "./basic_data.ts";
import type { ConsultationView } from "./consultations/consultation_data.ts";
import type { Visit } from "./visit.ts";

/** `digits` as the wire gave them or a person typed them. */
export function numberView(digits: string, label = ""): NumberView {
  return { digits, shown: formatNumber(digits), label };
}

/** The number of a call; null where there is none. */
export function numberViewOrNull(digits: string | null): NumberView | null {
  return digits === null ? null : numberView(digits);
}

/** `at` in ms since the epoch, UTC. */
export function timeView(visit: Visit, at: number): TimeView {
  return {
    iso: new Date(at).toISOString(),
    short: visit.format.short(at, visit.now),
    full: visit.format.full(at),
  };
}

export function timeViewOrNull(visit: Visit, at: number | null): TimeView | null {
  return at === null ? null : timeView(visit, at);
}

export function customerBrief(customer: CustomerInShort): CustomerBrief {
  const { id, name, company, department, grade, warning } = customer;
  return { id, code: customerCode(id), name, company, department, grade, warning };
}

export function consultationView(visit: Visit, consultation: Consultation): ConsultationView {
  const { id, callId, staffName, type, text, state, revisions } = consultation;
  return {
    id,
    callId,
    at: timeView(visit, consultation.createdAt),
    staffName,
    type,
    text,
    state,
    callbackAt: timeViewOrNull(visit, consultation.callbackAt),
    revisions,
  };
}

export function consultationViewOrNull(
  visit: Visit,
  consultation: Consultation | null,
): ConsultationView | null {
  return consultation === null ? null : consultationView(visit, consultation);
}

/** The first line of a note that says something. */
export function firstLine(text: string): string {
  return text.trimStart().split("\n", 1)[0] ?? "";
}
