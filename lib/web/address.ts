import type { WebContext } from "./visit.ts";

/** The address that a request came from, without the port; empty where there is none (a test, a socket file). */
export function addressOf(c: WebContext): string {
  const from = c.env?.remoteAddr;
  return from !== undefined && "hostname" in from ? from.hostname : "";
}

/** Whether nobody on the way can read or change the request. */
export function isSecure(c: WebContext): boolean {
  return c.env?.transport === "tls" ||
    c.env?.transport === undefined && new URL(c.req.url).protocol === "https:";
}
