import { answeredByOf, type Call, type DeviceKind, type Party, rangOf } from "../../domain/call.ts";
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
  "switchCall",
  "called",
  "queue",
  "cause",
  "parties",
] as const;

/** Who took part in a call, from the ring or the seizure to the end; a queue in which it waited is a field of its own. */
export interface ExportedParty {
  readonly device: string;
  readonly kind: Exclude<DeviceKind, "queue">;
  /** Login of whose device it was when it began. */
  readonly staff: string | null;
  readonly rangAt: string | null;
  readonly joinedAt: string | null;
  readonly heldMs: number;
  readonly leftAt: string | null;
}

type Value = string | number | null | readonly string[] | readonly ExportedParty[];

export type ExportedCall = Readonly<Record<typeof CALL_FIELDS[number], Value>>;

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
    switchCall: call.switchCall,
    called: call.called,
    queue: call.queue,
    cause: call.cause,
    parties: call.connections.flatMap((one) =>
      one.kind === "queue" ? [] : [partyOf(one, one.kind)]
    ),
  };
}

function partyOf(one: Party, kind: ExportedParty["kind"]): ExportedParty {
  return {
    device: one.device,
    kind,
    staff: one.staff,
    rangAt: isoTime(one.rangAt),
    joinedAt: isoTime(one.joinedAt),
    heldMs: one.heldMs,
    leftAt: isoTime(one.leftAt),
  };
}

function isoTime(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString();
}
