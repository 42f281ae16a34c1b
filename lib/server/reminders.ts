import type { LiveHub } from "../live/hub.ts";
import type { Store } from "../store/database.ts";
import { agentsToRemind, nextReminderAt } from "../store/reminders.ts";
import { workNews } from "./work_news.ts";

/** A promise or a task made or put off meanwhile, a clock that was set: looked for so often. */
const LONGEST_WAIT_MS = 5000;

/**
 * Tells people when a call that they promised, or a task of theirs, is due: one round for all of them. Whoever is not there at that moment
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
      // Its time has come: it counts from now on.
      const news = workNews(store, now);
      hub.publish((person) => agents.has(person.id) ? news(person) : null);
    }
    const wait = (nextReminderAt(store, now) ?? Infinity) - now;
    return Math.min(wait, LONGEST_WAIT_MS);
  };
}
