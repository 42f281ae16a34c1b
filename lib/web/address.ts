import { normalAddress } from "../domain/network_address.ts";
import type { WebContext } from "./visit.ts";

/**
 * The address that a request came from, in the form in which addresses are compared; empty where there is none (a test,
 * a socket file).
 */
export function addressOf(c: WebContext): string {
  const from = c.env?.remoteAddr;
  if (from === undefined || !("hostname" in from)) return "";
  return normalAddress(from.hostname) ?? from.hostname;
}

/** Whether nobody on the way can read or change the request. */
export function isSecure(c: WebContext): boolean {
  return c.env?.transport === "tls" ||
    c.env?.transport === undefined && new URL(c.req.url).protocol === "https:";
}
