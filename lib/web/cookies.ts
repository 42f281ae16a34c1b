import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { isSecure } from "./address.ts";
import type { WebContext } from "./visit.ts";

export type CookieName = "belltower_session" | "belltower_language" | "belltower_setup";

/**
 * Over TLS a cookie has another name, which browsers take from this very host over TLS alone: whoever can change what
 * a browser gets over plain HTTP cannot slip it a session, and neither kind stands in the other's way.
 */
function nameOf(c: WebContext, name: CookieName): string {
  return isSecure(c) ? `__Host-${name}` : name;
}

export function readCookie(c: WebContext, name: CookieName): string | undefined {
  return getCookie(c, nameOf(c, name));
}

/** Keeps `value` in the browser, out of the reach of scripts and of other sites. */
export function keepCookie(c: WebContext, name: CookieName, value: string, seconds: number): void {
  setCookie(c, nameOf(c, name), value, {
    httpOnly: true,
    sameSite: "Lax",
    path: "/",
    secure: isSecure(c),
    maxAge: seconds,
  });
}

export function dropCookie(c: WebContext, name: CookieName): void {
  deleteCookie(c, nameOf(c, name), { path: "/", secure: isSecure(c) });
}
