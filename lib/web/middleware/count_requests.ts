import type { MiddlewareHandler } from "hono";
import type { ProgramMetrics } from "../../metrics/program_metrics.ts";
import type { WebEnv } from "../visit.ts";

/** Anybody can invent methods; each would be counted by itself. */
const METHODS = ["GET", "HEAD", "POST", "OPTIONS"];

/** Counts every answer; an event stream when it begins. */
export function countRequests(metrics: ProgramMetrics): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    await next();
    const method = METHODS.includes(c.req.method) ? c.req.method : "other";
    metrics.requests.add({ method, status: String(c.res.status) });
  };
}
