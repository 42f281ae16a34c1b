import { ACTOR_KINDS, type ActorKind } from "../../domain/audit.ts";
import { addDays, type OfficeTime } from "../../domain/office_time.ts";
import type { AuditFilter } from "../../store/audit/audit_list.ts";
import type { AuditQuery } from "./audit_data.ts";
import { idOrNull } from "../params.ts";

const MOST_LETTERS = 100;

/** Reads the query; what makes no sense is left out. */
export function readAuditQuery(params: URLSearchParams): AuditQuery {
  const text = (name: string) =>
    (params.get(name) ?? "").normalize("NFC").replace(/\p{Cc}/gu, " ").trim().slice(
      0,
      MOST_LETTERS,
    );
  const word = (name: string) => /^[a-z_]{1,40}$/.test(text(name)) ? text(name) : "";
  const day = (name: string) => isDay(text(name)) ? text(name) : "";
  const who = text("who");
  const known = idOrNull(who) !== null || (isActor(who) && who !== "staff");
  return {
    who: known ? who : "",
    act: word("act"),
    kind: word("kind"),
    record: word("kind") === "" ? "" : text("record"),
    from: day("from"),
    to: day("to"),
    q: text("q"),
  };
}

/** The same as the store understands it; days are those of the office's clock. */
export function auditFilterOf(query: AuditQuery, time: OfficeTime): AuditFilter {
  const { who, act, kind, record, from, to, q } = query;
  return {
    who: who === "" ? null : idOrNull(who) ?? (who as Exclude<ActorKind, "staff">),
    ...{ act, kind, record, words: q },
    from: from === "" ? null : time.startOf(from),
    to: to === "" ? null : time.startOf(addDays(to, 1)),
  };
}

/** The URL of a page of the audit, or of the file with all of it. */
export function auditUrl(
  query: Partial<AuditQuery>,
  before: number | null = null,
  path = "/settings/audit",
): string {
  const asked = Object.entries({ ...query, before: before === null ? "" : String(before) })
    .filter(([, value]) => value !== "");
  return asked.length === 0 ? path : `${path}?${new URLSearchParams(asked)}`;
}

function isActor(text: string): text is ActorKind {
  return (ACTOR_KINDS as readonly string[]).includes(text);
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
