import type { LiveHub } from "../live/hub.ts";
import type { Store } from "../store/database.ts";
import { agentsToRemind, nextReminderAt } from "../store/reminders.ts";

/** A promise made or put off meanwhile, a clock that was set: looked for so often. */
const LONGEST_WAIT_MS = 5000;

/**
 * Tells agents when a call that they promised is due: one round for all of them. Whoever is not there at that moment
 * sees it when a page connects, after a restart too.
 */
export function reminderRound(store: Store, hub: LiveHub): () => number {
  let since = Date.now();
  return () => {
    const now = Date.now();
    const agents = new Set(agentsToRemind(store, since, now));
    since = now;
    if (agents.size > 0) {
      hub.publish((person) => agents.has(person.id) ? { name: "reminder", data: {} } : null);
    }
    const wait = (nextReminderAt(store, now) ?? Infinity) - now;
    return Math.min(wait, LONGEST_WAIT_MS);
  };
}
