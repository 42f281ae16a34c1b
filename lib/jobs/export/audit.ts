import type { AuditRow } from "../../domain/audit.ts";
import { auditNames, auditRecord, auditWord } from "../../text/audit_words.ts";
import type { Translate } from "../../text/translator.ts";
import { isoTime, type Written } from "./subject.ts";

/** Entries of the audit, for a person who keeps them elsewhere. */
export const auditExport: Written<AuditRow> = {
  title: "title.audit",
  columns: [
    { field: "at", heading: "audit.when", width: 20, kind: "time", value: ({ at }) => at },
    {
      field: "who",
      heading: "audit.who",
      width: 14,
      kind: "text",
      value: ({ actor }, t) =>
        actor.name || (t === null ? actor.kind : t(`audit.actor_${actor.kind}`)),
    },
    {
      field: "address",
      heading: "audit.address",
      width: 16,
      kind: "text",
      value: ({ actor }) => actor.address,
    },
    {
      field: "act",
      heading: "audit.act",
      width: 14,
      kind: "text",
      value: ({ act }, t) => t === null ? act : auditWord(t, "act", act),
    },
    {
      field: "kind",
      heading: "audit.kind",
      width: 12,
      kind: "text",
      value: ({ kind }, t) => t === null ? kind : auditWord(t, "kind", kind),
    },
    { field: "record", heading: "audit.record", width: 30, kind: "text", value: auditRecord },
    {
      field: "before",
      heading: "audit.before",
      width: 50,
      kind: "text",
      value: ({ before }, t) => fieldsText(before, t),
    },
    {
      field: "after",
      heading: "audit.after",
      width: 50,
      kind: "text",
      value: ({ after }, t) => fieldsText(after, t),
    },
  ],
  json: ({ at, ...row }) => ({ at: isoTime(at), ...row }),
};

function fieldsText(fields: AuditRow["before"], t: Translate | null): string {
  const name = t === null ? (field: string) => field : auditNames(t);
  return Object.entries(fields).map(([field, value]) => `${name(field)}: ${value ?? ""}`).join(
    "\n",
  );
}
