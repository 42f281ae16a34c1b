import type { WebContext } from "../visit.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether the request may change something: only one from our own pages may. Browsers say it in
 * `Sec-Fetch-Site`, and in `Origin`; over plain http on a network name they leave the first one out. What is there has
 * to be ours, and one of them has to be there. A form on another site can forge neither.
 */
export function mayChange(c: WebContext): boolean {
  if (SAFE.has(c.req.method)) return true;
  const site = c.req.header("sec-fetch-site");
  const origin = c.req.header("origin");
  if (site !== undefined && site !== "same-origin" && site !== "none") return false;
  if (origin === undefined) return site !== undefined;
  return URL.canParse(origin) &&
    new URL(origin).host === (c.req.header("host") ?? new URL(c.req.url).host);
}
