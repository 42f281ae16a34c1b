import { AVAILABLE, type Presence, type PresenceState } from "../domain/presence.ts";
import type { Store } from "./database.ts";

interface PresenceRow {
  state: PresenceState;
  reason: string;
  since: number;
}

/** What a person last said of themselves. */
export function presenceOf(store: Store, staffId: number): Presence {
  const row = store.get<PresenceRow>(
    "SELECT state, reason, since FROM presence WHERE staff_id = ?",
    staffId,
  );
  return row === undefined ? AVAILABLE : { ...row };
}

/** Keeps what a person says of themselves; saying the same again does not begin it anew. */
export function setPresence(
  store: Store,
  staffId: number,
  state: PresenceState,
  reason: string,
  now: number,
): void {
  store.run(
    `INSERT INTO presence (staff_id, state, reason, since) VALUES (?, ?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET state = excluded.state, reason = excluded.reason,
       since = CASE WHEN presence.state = excluded.state THEN presence.since ELSE excluded.since END`,
    staffId,
    state,
    reason,
    now,
  );
}
