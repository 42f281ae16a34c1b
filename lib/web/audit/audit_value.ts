import type { AuditValue } from "../../domain/audit.ts";
import { customerCode } from "../../domain/customer.ts";
import { isTextKey } from "../../text/translator.ts";
import type { Visit } from "../visit.ts";

/** Columns that say yes or no. */
const SWITCHES = new Set(["active", "enabled", "required", "do_not_call", "retired"]);
/** Columns whose words the languages have, and how their keys begin. */
const WORDS: Readonly<Record<string, string>> = {
  role: "role.",
  language: "language.",
  state: "audit.state_",
  result: "result.",
};

/** A value of a changed field, for a person; null where there was none. `staff` are the names of the staff by ID. */
export function auditValue(
  visit: Visit,
  field: string,
  value: AuditValue | undefined,
  staff: ReadonlyMap<number, string>,
): string | null {
  const { t, format } = visit;
  if (value === undefined || value === null || value === "") return null;
  if (Array.isArray(value)) return value.join("\n");
  if (SWITCHES.has(field)) return t(value === 1 ? "audit.yes" : "audit.no");
  if (typeof value === "number") {
    if (field === "due_at" && value === 0) return null;
    if (field.endsWith("_at")) return format.full(value);
    if (field === "staff_id" || field === "owner_id") {
      return staff.get(value) ?? `#${value}`;
    }
    if (field === "customer_id") return customerCode(value);
  }
  const key = `${WORDS[field] ?? ""}${value}`;
  return isTextKey(key) ? t(key) : String(value);
}
