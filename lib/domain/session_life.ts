/** A session that nobody used for so long is over, in ms. */
const IDLE_MS = 12 * 3_600_000;

/** No session lasts longer, however much it is used, in ms. */
export const SESSION_LONGEST_MS = 30 * 24 * 3_600_000;

/**
 * A session that was seen last before `seen`, or began before `created`, is over at `now`. Times are ms since the epoch,
 * UTC.
 */
export function oldestSession(now: number): { readonly seen: number; readonly created: number } {
  return { seen: now - IDLE_MS, created: now - SESSION_LONGEST_MS };
}

/** The last moment at which a session is not over, where nobody uses it any more. Times are ms since the epoch, UTC. */
export function sessionEnd(
  session: { readonly seenAt: number; readonly createdAt: number },
): number {
  return Math.min(session.seenAt + IDLE_MS, session.createdAt + SESSION_LONGEST_MS);
}
