/** What the server does again and again by itself, in the order in which administrators see it; lib/text has a name for each. */
export const KEEPER_NAMES = [
  "health",
  "space",
  "certificate",
  "late_notes",
  "jobs",
  "backups",
  "reminders",
  "search",
  "renames",
  "numbers",
  "call_log",
  "attachments",
  "old_frames",
  "old_audit",
  "old_agent_states",
  "old_events",
  "old_sessions",
  "old_jobs",
] as const;
export type KeeperName = (typeof KEEPER_NAMES)[number];

/** How something that goes round goes. Times are in ms since the epoch, UTC. */
export interface Kept {
  /** When its last round ended well; null before the first one did. */
  readonly ranAt: number | null;
  /** Since when its rounds fail; null where the last one did not. */
  readonly failingSince: number | null;
}
