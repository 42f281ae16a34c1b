import type { MiddlewareHandler } from "hono";
import type { WebEnv } from "../visit.ts";

/** Nothing but our own files: no inline script or style, no eval, no frame, no plug-in, no other site. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "media-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join("; ");

const HEADERS: Readonly<Record<string, string>> = {
  "content-security-policy": POLICY,
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

/** Every answer, an error too, is for our own pages only; and nothing of it is kept unless it says so. */
export const securityHeaders: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  for (const [name, value] of Object.entries(HEADERS)) {
    // A file that somebody attached has a policy of its own, a stricter one.
    if (name !== "content-security-policy" || !c.res.headers.has(name)) c.header(name, value);
  }
  if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
};
