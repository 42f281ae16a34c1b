import type { AttachmentPlace } from "../../domain/attachment.ts";
import { wasAtAgent } from "../../store/agent_calls.ts";
import { callById } from "../../store/calls.ts";
import { consultationById } from "../../store/consultations.ts";
import { customerById } from "../../store/customers.ts";
import type { Store } from "../../store/database.ts";
import { mayChange } from "../consultations/changeable_consultation.ts";
import { mayAt, NotYours, requireMay, type StaffDesk } from "../desk.ts";

/**
 * Where files that somebody hangs there are kept; null where it is not there. Files of a consultation on a call are those of
 * the call.
 */
export function placeThere(store: Store, named: AttachmentPlace): AttachmentPlace | null {
  const { kind, id } = named;
  const callId = kind === "consultation" ? consultationById(store, id)?.callId ?? null : null;
  const place: AttachmentPlace = callId === null ? named : { kind: "call", id: callId };
  const find = { customer: customerById, call: callById, consultation: consultationById };
  return find[place.kind](store, place.id) === null ? null : place;
}

/** Whether whoever asks may hang files there: on their own calls and consultations, and on any customer. */
export function mayAttach(desk: StaffDesk, place: AttachmentPlace): boolean {
  if (!mayAt(desk, "files.add")) return false;
  const { store, by } = desk;
  switch (place.kind) {
    case "customer":
      return true;
    case "call":
      return mayAt(desk, "files.add_to_any_call") || wasAtAgent(store, place.id, by.id);
    case "consultation": {
      const consultation = consultationById(store, place.id);
      return consultation !== null && mayChange(desk, consultation);
    }
    default:
      return place satisfies never;
  }
}

/** Throws `NotPermitted`, and `NotYours` where they may hang no files there. */
export function requireAttach(desk: StaffDesk, place: AttachmentPlace): void {
  requireMay(desk, "files.add");
  if (mayAttach(desk, place)) return;
  const code = place.kind === "call" ? "file.call_not_yours" : "consultation.not_yours";
  throw new NotYours(desk.by.login, `${place.kind} ${place.id}`, code);
}
