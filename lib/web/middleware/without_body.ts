import type { MiddlewareHandler } from "hono";
import type { WebEnv } from "../visit.ts";

/**
 * Hono answers HEAD by what it would answer to GET and lets the body lie: nobody reads it, and nobody notices that. So
 * it is given up here; else whatever it reads from (an export, a file) stays open for good.
 */
export const withoutBody: MiddlewareHandler<WebEnv> = async (c, next) => {
  await next();
  if (c.req.method !== "HEAD") return;
  const { body, status, headers } = c.res;
  await body?.cancel();
  c.res = new Response(null, { status, headers });
};
