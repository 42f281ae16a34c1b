import type { Actor, AuditRow } from "../../domain/audit.ts";
import { customerCode } from "../../domain/customer.ts";

/** Everything of an entry by which it is found. */
export function wordsOfEntry(
  who: Actor,
  { kind, record, label, before, after }: Pick<
    AuditRow,
    "kind" | "record" | "label" | "before" | "after"
  >,
): string {
  const code = kind === "customer" ? customerCode(Number(record)) : record;
  const values = [before, after].flatMap((fields) => Object.values(fields).flat());
  return [who.name, who.address, code, label, ...values].join(" ");
}
