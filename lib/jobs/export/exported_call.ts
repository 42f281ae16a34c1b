import { answeredByOf, type Call, rangOf } from "../../domain/call.ts";
import { customerCode } from "../../domain/customer.ts";

/** The columns of an exported call in their order; scripts rely on them (README, "Exported calls"). */
export const CALL_FIELDS = [
  "id",
  "line",
  "trunk",
  "direction",
  "number",
  "reason",
  "startedAt",
  "answeredAt",
  "endedAt",
  "outcome",
  "rang",
  "answeredBy",
  "extension",
  "customerId",
  "match",
] as const;

export type ExportedCall = Readonly<
  Record<typeof CALL_FIELDS[number], string | number | null | readonly string[]>
>;

/** A call as scripts see it. Times are ISO 8601 in UTC with milliseconds. */
export function exportedCall(call: Call): ExportedCall {
  return {
    id: call.id,
    line: call.line,
    trunk: call.trunk,
    direction: call.direction,
    number: call.number,
    reason: call.reason,
    startedAt: isoTime(call.startedAt),
    answeredAt: isoTime(call.answeredAt),
    endedAt: isoTime(call.endedAt),
    outcome: call.outcome,
    rang: rangOf(call),
    answeredBy: answeredByOf(call),
    extension: call.extension,
    customerId: call.customerId === null ? null : customerCode(call.customerId),
    match: call.match,
  };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
