import type { AuditEntry } from "../domain/audit.ts";
import { customerCode } from "../domain/customer.ts";
import { isTextKey, type Translate } from "./translator.ts";

/** What was done, or to what; what a later version or a new table brings is called as it calls itself. */
export function auditWord(t: Translate, what: "act" | "kind" | "field", word: string): string {
  const keys = [`audit.${what}_${word}`, ...(what === "field" ? [`name.${word}`] : [])];
  const key = keys.find(isTextKey);
  return key === undefined ? word : t(key);
}

/** The names of changed fields; a field that an administrator defined is called by its ID. */
export function auditNames(
  t: Translate,
  custom: (id: number) => string | null = () => null,
): (field: string) => string {
  return (field) => {
    const id = /^custom\.(\d+)$/.exec(field)?.[1];
    if (id === undefined) return auditWord(t, "field", field);
    return custom(Number(id)) ?? `${t("audit.field_custom")} ${id}`;
  };
}

/** `C-000123 이영희`, `202 창구`: what a record is called. */
export function auditRecord(
  { kind, record, label }: Pick<AuditEntry, "kind" | "record" | "label">,
): string {
  const id = kind === "customer" && /^\d+$/.test(record)
    ? customerCode(Number(record))
    : NAMED.has(kind) && label !== ""
    ? ""
    : record;
  return [id, label].filter((part) => part !== "").join(" ");
}

/** Their ID means nothing to a person. */
const NAMED = new Set([
  "staff",
  "attachment",
  "campaign",
  "campaign_entry",
  "import",
  "field",
  "line",
  "extension_group",
]);
