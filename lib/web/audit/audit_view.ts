import { ACTOR_KINDS, AUDIT_ACTS, AUDIT_KINDS, type AuditRow } from "../../domain/audit.ts";
import { listAudit } from "../../store/audit/audit_list.ts";
import { fieldLabels } from "../../store/custom_fields.ts";
import { listStaff } from "../../store/staff.ts";
import { auditNames, auditRecord, auditWord } from "../../text/audit_words.ts";
import type { AuditEntryView, AuditFieldView, AuditQuery, AuditView } from "./audit_data.ts";
import { auditFilterOf, auditUrl } from "./audit_query.ts";
import type { Visit } from "../visit.ts";
import { auditValue } from "./audit_value.ts";
import { timeView, timeViewOrNull } from "../basics.ts";

const ROWS = 50;

/** What the staff and the fields of the office are called, by their IDs. */
interface AuditNames {
  readonly staff: ReadonlyMap<number, string>;
  readonly fields: ReadonlyMap<number, string>;
}

/** A page of the audit, from before the entry `before` on. */
export function auditView(visit: Visit, query: AuditQuery, before: number | null): AuditView {
  const { store, t, web } = visit;
  const page = listAudit(store, auditFilterOf(query, web.time), before, ROWS);
  const { record: _, ...others } = query;
  const staff = listStaff(store);
  const names: AuditNames = {
    staff: new Map(staff.map(({ id, name }) => [id, name])),
    fields: fieldLabels(store),
  };
  return {
    query,
    people: [
      ...staff.map(({ id, name }) => ({ value: String(id), label: name })),
      ...ACTOR_KINDS.filter((kind) => kind !== "staff")
        .map((kind) => ({ value: kind, label: t(`audit.actor_${kind}`) })),
    ],
    acts: AUDIT_ACTS.map((act) => ({ value: act, label: auditWord(t, "act", act) })),
    kinds: AUDIT_KINDS.map((kind) => ({ value: kind, label: auditWord(t, "kind", kind) })),
    record: query.record === "" ? "" : recordNow(visit, query, page.rows[0]),
    allUrl: auditUrl(others),
    filtered: Object.values(query).some((value) => value !== ""),
    rows: page.rows.map((row) => entryView(visit, row, names)),
    firstUrl: before === null ? null : auditUrl(query),
    nextUrl: page.next === null ? null : auditUrl(query, page.next),
    lookedTo: timeViewOrNull(visit, page.lookedTo),
    csvUrl: auditUrl(query, null, "/settings/audit.csv"),
    xlsxUrl: auditUrl(query, null, "/settings/audit.xlsx"),
    days: web.office.days("audit_days"),
  };
}

function recordNow({ t }: Visit, { kind, record }: AuditQuery, newest: AuditRow | undefined) {
  const named = auditRecord({ kind, record, label: newest?.label ?? "" });
  return `${auditWord(t, "kind", kind)} ${named}`;
}

function entryView(visit: Visit, row: AuditRow, names: AuditNames): AuditEntryView {
  const { t } = visit;
  const { act, kind, record, actor } = row;
  return {
    at: timeView(visit, row.at),
    who: actor.name || t(`audit.actor_${actor.kind}`),
    address: actor.address,
    act: auditWord(t, "act", actOf(row)),
    tone: BAD.has(act) ? "bad" : act === "created" ? "good" : "plain",
    kind: auditWord(t, "kind", kind),
    record: auditRecord(row),
    href: record === "" ? null : PLACES[kind]?.(encodeURIComponent(record)) ?? null,
    history: record === "" || kind === "export" ? null : auditUrl({ kind, record }),
    fields: fieldsOf(visit, row, names),
  };
}

/** Who ends their own session signs out. */
function actOf({ act, actor, record }: AuditRow): string {
  return act === "session_ended" && actor.staffId === Number(record) ? "signed_out" : act;
}

const BAD = new Set(["removed", "sign_in_failed", "sign_in_refused", "signed_in_elsewhere"]);

/** Where a record can be looked at. */
const PLACES: Readonly<Record<string, (record: string) => string>> = {
  customer: (id) => `/customers/${id}`,
  consultation: (id) => `/consultations/${id}`,
  call: (id) => `/calls/${id}`,
  missed_caller: () => "/missed",
  work: (id) => `/work/${id}`,
  import: (id) => `/imports/${id}`,
  campaign: (id) => `/campaigns/${id}`,
  staff: (id) => `/settings/staff/${id}`,
  extension: () => "/settings/extensions",
  extension_group: () => "/settings/extensions",
  trunk: () => "/settings/trunks",
  line: (id) => `/settings/lines/${id}`,
  field: () => "/settings/fields",
  wall_screen: () => "/board/screens",
  backup: () => "/settings/backup",
};

function fieldsOf(
  visit: Visit,
  { before, after }: AuditRow,
  names: AuditNames,
): AuditFieldView[] {
  const changed = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const word = auditNames(visit.t, (id) => names.fields.get(id) ?? null);
  return changed.map((name) => ({
    name: word(name),
    before: auditValue(visit, name, before[name], names.staff),
    after: auditValue(visit, name, after[name], names.staff),
  }));
}
