import { callsUrl, readCallQuery } from "./call_query.ts";
import type { WebContext } from "../visit.ts";

/** Back to the log as it was; `query` as a form sent it, of which only what the log knows is kept. */
export function backToCalls(c: WebContext, query: string): Response {
  return c.redirect(callsUrl(readCallQuery(new URLSearchParams(query))), 303);
}
