import { knownPerson } from "../../live/known_person.ts";
import { addressOf } from "../address.ts";
import { HttpProblem } from "../http_problem.ts";
import { lineView } from "../frame/line_view.ts";
import { personOf } from "../guard/session.ts";
import type { StaffHandler, WebContext } from "../visit.ts";

/** The browser's event stream. Rights are those of each event's moment: they may change while it is open. */
export const liveStream: StaffHandler = (c, visit) => {
  const headers = {
    "content-type": "text/event-stream; charset=utf-8",
    // no-transform: Deno.serve would compress it, and hold events back for that.
    "cache-control": "no-store, no-transform",
    // A proxy passes each event on when it comes.
    "x-accel-buffering": "no",
  };
  // Nobody would read the body of a HEAD, or notice that it is not read.
  if (c.req.method === "HEAD") return c.body(null, 200, headers);
  const { web, store, session, now } = visit;
  const address = addressOf(c);
  // The line may have changed between the page and its stream.
  const line = lineView(visit);
  const hello = { sessionKey: session.key, version: web.version, now, line };
  const person = knownPerson(
    () => personOf(store, session.tokenHash, address, web.clock()),
    web.clock,
  );
  const listener = { sessionKey: session.key, person };
  const body = web.hub.join(listener, { name: "hello", data: hello }, lastHeard(c));
  if (body === null) throw new HttpProblem("busy");
  return c.body(body, 200, headers);
};

/**
 * The ID of the last event that the browser has heard: an EventSource says it when it reconnects by itself, our scripts
 * make a new one and say it in the address.
 */
export function lastHeard(c: WebContext): string | null {
  return c.req.header("last-event-id") ?? c.req.query("after") ?? null;
}
