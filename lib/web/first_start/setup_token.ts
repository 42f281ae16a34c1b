import { dropCookie, keepCookie, readCookie } from "../cookies.ts";
import type { WebContext } from "../visit.ts";

const COOKIE = "belltower_setup";
const DAY_S = 24 * 3600;

/** What the browser got when the code was typed in it; empty where it was not. */
export function setupToken(c: WebContext): string {
  return readCookie(c, COOKIE) ?? "";
}

export function keepSetupToken(c: WebContext, token: string): void {
  keepCookie(c, COOKIE, token, DAY_S);
}

export function dropSetupToken(c: WebContext): void {
  dropCookie(c, COOKIE);
}
