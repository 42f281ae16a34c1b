import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { WebContext } from "../visit.ts";

const COOKIE = "belltower_setup";
const PLACE = { path: "/setup" };

/** What the browser got when the code was typed in it; empty where it was not. */
export function setupToken(c: WebContext): string {
  return getCookie(c, COOKIE) ?? "";
}

export function keepSetupToken(c: WebContext, token: string): void {
  const secure = new URL(c.req.url).protocol === "https:";
  setCookie(c, COOKIE, token, { ...PLACE, httpOnly: true, sameSite: "Strict", secure });
}

export function dropSetupToken(c: WebContext): void {
  deleteCookie(c, COOKIE, PLACE);
}
