import type { Staff } from "../domain/staff.ts";
import type { LiveEvent } from "../live/live_event.ts";
import type { Store } from "../store/database.ts";
import { countFor, countWork } from "../store/work/work_count.ts";

/** How much each person has to do at a moment (ms since the epoch, UTC). Equal events are the same, to be encoded once. */
export function workNews(store: Store, now: number): (person: Staff) => LiveEvent {
  const counted = countWork(store, now);
  const told = new Map<number, LiveEvent>();
  return ({ id }) => {
    const count = countFor(counted, id);
    const known = told.get(count);
    if (known !== undefined) return known;
    const event: LiveEvent = { name: "work", data: { count } };
    told.set(count, event);
    return event;
  };
}
