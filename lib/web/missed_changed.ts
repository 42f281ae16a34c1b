import { missedCount } from "../store/missed.ts";
import type { Visit } from "./visit.ts";

/** Tells every browser that the list of missed callers has changed; after the commit. */
export function tellMissedChanged(visit: Visit): void {
  const count = missedCount(visit.store);
  visit.web.hub.publish(() => ({ name: "missed", data: { count } }));
}
