import type { Call } from "../domain/call.ts";
import { callNews } from "../live/call_audience.ts";
import { ownersOn } from "../store/extension_at.ts";
import type { Visit } from "./visit.ts";

/** Tells the browsers concerned that a person has said whose call it is. */
export function tellCallChanged(visit: Visit, call: Call): void {
  visit.web.hub.publish(callNews(call, ownersOn(visit.store, call)));
}
