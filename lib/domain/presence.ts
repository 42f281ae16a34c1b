/** What agents say of themselves: can take calls, are on a break, write up the last call. */
export const PRESENCE_STATES = ["available", "break", "after_call"] as const;
export type PresenceState = (typeof PRESENCE_STATES)[number];

export interface Presence {
  readonly state: PresenceState;
  /** Why, in the agent's own words; empty without. */
  readonly reason: string;
  /** Since when, ms since the epoch, UTC; null for who has never said anything. */
  readonly since: number | null;
}

/** Of who has said nothing. */
export const AVAILABLE: Presence = { state: "available", reason: "", since: null };
