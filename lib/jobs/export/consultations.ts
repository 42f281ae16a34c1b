import { customerCode } from "../../domain/customer.ts";
import { everyConsultation, type ExportedConsultation } from "../../store/export_rows.ts";
import type { TextKey } from "../../text/translator.ts";
import { type Exportable, isoTime } from "./subject.ts";

const STATES: Readonly<Record<ExportedConsultation["state"], TextKey>> = {
  draft: "note.draft",
  open: "note.follow_open",
  done: "export.state_done",
  callback: "note.follow_callback",
};

/** Consultations, all of them. */
export const consultationsExport: Exportable<ExportedConsultation> = {
  title: "export.consultations",
  columns: [
    { field: "id", heading: "export.number", width: 8, kind: "number", value: ({ id }) => id },
    {
      field: "createdAt",
      heading: "export.written",
      width: 19,
      kind: "time",
      value: ({ createdAt }) => createdAt,
    },
    {
      field: "customerId",
      heading: "export.customer_code",
      width: 12,
      kind: "text",
      value: ({ customerId }) => customerId === null ? null : customerCode(customerId),
    },
    {
      field: "customerName",
      heading: "call.customer",
      width: 16,
      kind: "text",
      value: ({ customerName }) => customerName,
    },
    {
      field: "customerCompany",
      heading: "name.company",
      width: 22,
      kind: "text",
      value: ({ customerCompany }) => customerCompany,
    },
    { field: "callId", heading: "export.call", width: 8, kind: "number", value: (it) => it.callId },
    {
      field: "staff",
      heading: "call.staff",
      width: 12,
      kind: "text",
      value: ({ staffName }) => staffName,
    },
    { field: "type", heading: "note.type", width: 14, kind: "text", value: ({ type }) => type },
    { field: "text", heading: "note.text", width: 60, kind: "text", value: ({ text }) => text },
    {
      field: "state",
      heading: "call.state",
      width: 10,
      kind: "text",
      value: ({ state }, t) => t === null ? state : t(STATES[state]),
    },
    {
      field: "callbackAt",
      heading: "note.callback_at",
      width: 19,
      kind: "time",
      value: ({ callbackAt }) => callbackAt,
    },
    {
      field: "changedAt",
      heading: "export.changed",
      width: 19,
      kind: "time",
      value: ({ changedAt }) => changedAt,
    },
  ],
  pages: (store) => everyConsultation(store),
  json: (note) => ({
    id: note.id,
    customerId: note.customerId === null ? null : customerCode(note.customerId),
    customerName: note.customerName,
    customerCompany: note.customerCompany,
    callId: note.callId,
    staff: note.staffName,
    type: note.type,
    text: note.text,
    state: note.state,
    callbackAt: isoTime(note.callbackAt),
    createdAt: isoTime(note.createdAt),
    changedAt: isoTime(note.changedAt),
  }),
};
