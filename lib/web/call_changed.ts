import type { Call } from "../domain/call.ts";
import { callNewsFor } from "../live/call_audience.ts";
import type { Visit } from "./visit.ts";

/** Tells the browsers concerned that a person has said whose call it is. */
export function tellCallChanged(visit: Visit, call: Call): void {
  visit.web.hub.publish((person) => callNewsFor(person, call));
}
