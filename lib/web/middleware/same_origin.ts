import type { WebContext } from "../visit.ts";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether the request may change something: only one from our own pages may. Browsers say it in
 * `Sec-Fetch-Site`; over plain http on a network name they leave that out and `Origin` has to be ours. A
 * form on another site can forge neither.
 */
export function mayChange(c: WebContext): boolean {
  if (SAFE.has(c.req.method)) return true;
  const site = c.req.header("sec-fetch-site");
  if (site !== undefined) return site === "same-origin" || site === "none";
  const origin = c.req.header("origin");
  if (origin === undefined || !URL.canParse(origin)) return false;
  return new URL(origin).host === (c.req.header("host") ?? new URL(c.req.url).host);
}
