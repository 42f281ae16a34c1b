import type { Call } from "../../lib/domain/call.ts";
import { callById } from "../../lib/store/calls.ts";
import type { Store } from "../../lib/store/database.ts";
import { eventsAfter } from "../../lib/store/events.ts";

/** The call of which the newest event of one is, as it is now. */
export function newestCall(store: Store): Call {
  const event = eventsAfter(store, 0, 10_000).findLast(({ kind }) => kind === "call");
  if (event === undefined) throw new Error("no call has changed");
  return callById(store, Number(event.subject))!;
}
