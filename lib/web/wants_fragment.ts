import type { WebContext } from "./visit.ts";

/** Whether htmx asks for a part, and not a browser (or htmx in its place) for a whole page. */
export function wantsFragment(c: WebContext): boolean {
  return c.req.header("HX-Request") === "true" && c.req.header("HX-Boosted") !== "true" &&
    c.req.header("HX-History-Restore-Request") !== "true";
}
