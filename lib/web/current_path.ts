import type { WebContext } from "./visit.ts";
import { wantsFragment } from "./wants_fragment.ts";

/** The page on which the person is, with its query: for a part, the page that it goes into. */
export function currentPath(c: WebContext): string {
  const around = wantsFragment(c) || c.req.method !== "GET" ? c.req.header("HX-Current-URL") : null;
  const url = around ?? c.req.url;
  if (!URL.canParse(url)) return "/";
  const { pathname, search } = new URL(url);
  return pathname + search;
}
