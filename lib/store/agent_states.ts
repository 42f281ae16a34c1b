import {
  type AgentState,
  type AgentStateName,
  type AgentTimes,
  AVAILABLE,
} from "../domain/agent_state.ts";
import type { Store } from "./database.ts";
import { noteEvent } from "./events.ts";

interface StateRow {
  readonly id: number;
  readonly state: AgentStateName;
  readonly reason: string;
  readonly present: 0 | 1;
  readonly state_since: number;
}

/** What a person last said of themselves. */
export function agentStateOf(store: Store, staffId: number): AgentState {
  const row = current(store, staffId);
  return row === null
    ? AVAILABLE
    : { state: row.state, reason: row.reason, since: row.state_since };
}

/** Keeps what a person says of themselves; saying the same again does not begin it anew. */
export function setAgentState(
  store: Store,
  staffId: number,
  state: AgentStateName,
  reason: string,
  now: number,
): void {
  store.transaction(() => {
    const before = current(store, staffId);
    if (before?.state === state && before.reason === reason) return;
    const since = before?.state === state ? before.state_since : now;
    follow(store, staffId, before, { state, reason, present: before?.present ?? 0, since }, now);
    noteEvent(store, { kind: "presence", subject: staffId, actor: staffId }, now);
  });
}

/**
 * Keeps that somebody came to a browser, or has gone from it. That is no event: who listens is known to the hub alone,
 * and this is written a little later.
 */
export function setAttendance(store: Store, staffId: number, present: boolean, now: number): void {
  store.transaction(() => {
    const before = current(store, staffId);
    if ((before?.present ?? 0) === Number(present)) return;
    const { state, reason, state_since: since } = before ??
      { state: AVAILABLE.state, reason: "", state_since: now };
    follow(store, staffId, before, { state, reason, present: present ? 1 : 0, since }, now);
  });
}

/**
 * Ends the presence of everybody at `at`, ms since the epoch, UTC. A server calls it when it starts, with the last moment
 * at which the server before it was alive.
 */
export function endAttendance(store: Store, at: number): void {
  store.transaction(() => {
    const present = store.all<{ staff_id: number; since: number }>(
      "SELECT staff_id, since FROM agent_states WHERE until IS NULL AND present = 1",
    );
    for (const { staff_id, since } of present) {
      setAttendance(store, staff_id, false, Math.max(at, since));
    }
  });
}

/** How long everybody was what between `from` and `to`, by the ID of the person; what goes on lasts until `now`. */
export function agentTimes(
  store: Store,
  from: number,
  to: number,
  now: number,
): Map<number, AgentTimes> {
  const rows = store.all<{ staff_id: number; state: string; ms: number }>(
    `SELECT staff_id, state, sum(max(0, min(coalesce(until, ?1), ?2) - max(since, ?3))) AS ms
     FROM agent_states
     WHERE since < ?2 AND coalesce(until, ?1) > ?3
       AND (state IN ('break', 'wrap_up') OR state = 'available' AND present = 1)
     GROUP BY staff_id, state`,
    now,
    to,
    from,
  );
  const times = new Map<number, AgentTimes>();
  for (const { staff_id, state, ms } of rows) {
    const known = times.get(staff_id) ?? { available: 0, break: 0, wrap_up: 0 };
    times.set(staff_id, { ...known, [state]: Math.max(0, ms) });
  }
  return times;
}

/** Forgets up to `limit` states that ended before `before` (ms since the epoch, UTC); returns how many. */
export function pruneAgentStates(store: Store, before: number, limit: number): number {
  return store.run(
    "DELETE FROM agent_states WHERE id IN (SELECT id FROM agent_states WHERE until < ? ORDER BY until LIMIT ?)",
    before,
    limit,
  ).changes;
}

function current(store: Store, staffId: number): StateRow | null {
  return store.get<StateRow>(
    "SELECT id, state, reason, present, state_since FROM agent_states WHERE staff_id = ? AND until IS NULL",
    staffId,
  ) ?? null;
}

/** The row `before` ends at `now`, and the next one begins; a clock that was set back ends nothing before its beginning. */
function follow(
  store: Store,
  staffId: number,
  before: StateRow | null,
  next: Pick<StateRow, "state" | "reason" | "present"> & { readonly since: number },
  now: number,
): void {
  if (before !== null) {
    store.run("UPDATE agent_states SET until = max(since, ?) WHERE id = ?", now, before.id);
  }
  store.run(
    `INSERT INTO agent_states (staff_id, state, reason, present, state_since, since)
     VALUES (?, ?, ?, ?, ?, ?)`,
    staffId,
    next.state,
    next.reason,
    next.present,
    next.since,
    now,
  );
}
