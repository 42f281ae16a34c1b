import type { MiddlewareHandler } from "hono";
import { isSecure } from "../address.ts";
import type { WebEnv } from "../visit.ts";

/**
 * Nothing but our own files: no inline script or style, no eval, no frame, no plug-in, no other site. `connect` is
 * where else scripts may ask.
 */
export function contentPolicy(connect = ""): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${connect === "" ? "" : ` ${connect}`}`,
    "worker-src 'self'",
    "media-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": contentPolicy(),
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** What an answer may say of itself: a file that somebody attached has a stricter policy, for one. */
const OWN = ["content-security-policy", "cross-origin-resource-policy"];

const HALF_A_YEAR_S = 180 * 86_400;

/**
 * Every answer, an error too, is for our own pages only; and nothing of it is kept unless it says so. With `hsts`
 * browsers learn to come by TLS only.
 */
export function securityHeaders(hsts: boolean): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    // Not by `c.header`: that makes a new answer for each, and a stream of every page.
    const { headers } = c.res;
    for (const [name, value] of Object.entries(HEADERS)) {
      if (!OWN.includes(name) || !headers.has(name)) headers.set(name, value);
    }
    if (!headers.has("cache-control")) headers.set("cache-control", "no-store");
    if (hsts && isSecure(c)) headers.set("strict-transport-security", `max-age=${HALF_A_YEAR_S}`);
  };
}
