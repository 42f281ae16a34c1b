import type {
  Call,
  CallCause,
  CallDirection,
  CallMatch,
  CallOutcome,
  CallState,
  Party,
} from "../domain/call.ts";
import type { WithheldReason } from "../domain/caller.ts";

export interface CallRow {
  id: number;
  line_id: number;
  switch_call: string;
  trunk: string | null;
  direction: CallDirection;
  state: CallState;
  number: string | null;
  normal: string | null;
  reason: WithheldReason | null;
  called: string | null;
  queue: string | null;
  started_at: number;
  answered_at: number | null;
  ended_at: number | null;
  heard_at: number;
  outcome: CallOutcome | null;
  cause: CallCause | null;
  extension: string | null;
  consults_for: number | null;
  customer_id: number | null;
  match: CallMatch | null;
  connections: string;
}

/** The columns that `callOf` reads; the connections come along as JSON, in one statement. */
export const CALL_COLUMNS =
  `calls.id, calls.line_id, calls.switch_call, calls.trunk, calls.direction, calls.state,
  calls.number, calls.normal, calls.reason, calls.called, calls.queue, calls.started_at, calls.answered_at, calls.ended_at,
  calls.heard_at, calls.outcome, calls.cause, calls.extension, calls.consults_for, calls.customer_id, calls.match,
  (SELECT json_group_array(json_array(
     device, kind, state, since, rang_at, dialled_at, joined_at, held_ms, left_at, cause, staff_id,
     (SELECT login FROM staff WHERE staff.id = staff_id), (SELECT name FROM staff WHERE staff.id = staff_id))
     ORDER BY position)
   FROM connections WHERE call_id = calls.id) AS connections`;

type ConnectionCells = [
  ...[string, Party["kind"], Party["state"], number, number | null, number | null],
  ...[
    number | null,
    number,
    number | null,
    Party["cause"],
    number | null,
    string | null,
    string | null,
  ],
];

export function callOf(row: CallRow): Call {
  return {
    id: row.id,
    line: row.line_id,
    switchCall: row.switch_call,
    trunk: row.trunk,
    direction: row.direction,
    state: row.state,
    number: row.number,
    normal: row.normal,
    reason: row.reason,
    called: row.called,
    queue: row.queue,
    startedAt: row.started_at,
    answeredAt: row.answered_at,
    endedAt: row.ended_at,
    outcome: row.outcome,
    cause: row.cause,
    connections: (JSON.parse(row.connections) as ConnectionCells[]).map(partyOf),
    extension: row.extension,
    heardAt: row.heard_at,
    consultsFor: row.consults_for,
    customerId: row.customer_id,
    match: row.match,
  };
}

function partyOf(cells: ConnectionCells): Party {
  const [
    device,
    kind,
    state,
    since,
    rangAt,
    dialledAt,
    joinedAt,
    heldMs,
    leftAt,
    cause,
    staffId,
    staff,
    staffName,
  ] = cells;
  return {
    device,
    kind,
    state,
    since,
    rangAt,
    dialledAt,
    joinedAt,
    heldMs,
    leftAt,
    cause,
    staffId,
    staff,
    staffName,
  };
}
