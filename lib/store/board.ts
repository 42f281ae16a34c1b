import type { AgentStateName } from "../domain/agent_state.ts";
import type { ExtensionKind, ExtensionPlace } from "../domain/extension.ts";
import {
  LISTED_CALL_COLUMNS,
  type ListedCall,
  listedCallOf,
  type ListedCallRow,
} from "./call_list.ts";
import type { Store } from "./database.ts";
import { extensionAt } from "./extension_at.ts";

/** An extension with whoever has it. The staff's fields are null where it is nobody's. */
export interface BoardExtension extends ExtensionPlace {
  readonly id: number;
  readonly kind: ExtensionKind;
  readonly label: string;
  readonly staffId: number | null;
  readonly staffName: string | null;
  readonly presence: AgentStateName;
  readonly reason: string;
  /** ms since the epoch, UTC; null for who has said nothing. */
  readonly presenceSince: number | null;
}

/** What the day has brought so far. Times in ms. */
export interface DayFigures {
  readonly answered: number;
  readonly missed: number;
  readonly outbound: number;
  /** The longest time a caller of today waited for an answer, or gave up after; null without callers. */
  readonly longestWait: number | null;
}

/** Every extension at which a call can be, by number, in one question. */
export function boardExtensions(store: Store): BoardExtension[] {
  return store.all<BoardExtension>(
    `SELECT extensions.id, extensions.line_id AS line, extensions.number, extensions.kind, extensions.label, extensions.staff_id AS staffId,
       staff.name AS staffName, coalesce(presence.state, 'available') AS presence,
       coalesce(presence.reason, '') AS reason, presence.state_since AS presenceSince
     FROM extensions
     LEFT JOIN staff ON staff.id = extensions.staff_id
     LEFT JOIN agent_states AS presence ON presence.staff_id = extensions.staff_id AND presence.until IS NULL
     WHERE extensions.line_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM lines)
       -- where each line has one of this number itself, no call comes to that of every line
       OR EXISTS (SELECT 1 FROM lines WHERE ${
      extensionAt("lines.id", "extensions.number")
    } = extensions.id)
     ORDER BY extensions.line_id, length(extensions.number), extensions.number`,
  );
}

/** Every call that goes on, with its customer, by line and trunk, in one question. */
export function boardCalls(store: Store): ListedCall[] {
  return store.all<ListedCallRow>(
    `SELECT ${LISTED_CALL_COLUMNS}
     FROM calls LEFT JOIN customers ON customers.id = calls.customer_id
     WHERE calls.ended_at IS NULL ORDER BY calls.line_id, calls.trunk, calls.id`,
  ).map(listedCallOf);
}

/** Labels that trunks were given, by `line/trunk`. */
export function trunkLabels(store: Store): Map<string, string> {
  const rows = store.all<{ place: string; label: string }>(
    "SELECT line_id || '/' || trunk AS place, label FROM trunks WHERE label <> ''",
  );
  return new Map(rows.map(({ place, label }) => [place, label]));
}

/** The figures of the calls that began since `since` (ms since the epoch, UTC). */
export function dayFigures(store: Store, since: number): DayFigures {
  return store.get<DayFigures>(
    `SELECT count(*) FILTER (WHERE direction = 'in' AND answered_at IS NOT NULL) AS answered,
       count(*) FILTER (WHERE outcome = 'missed') AS missed,
       count(*) FILTER (WHERE direction = 'out') AS outbound,
       max(coalesce(answered_at, ended_at) - started_at) FILTER (WHERE direction = 'in') AS longestWait
     FROM calls WHERE started_at >= ?`,
    since,
  ) as DayFigures;
}
