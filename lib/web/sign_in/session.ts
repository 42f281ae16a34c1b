import type { Staff } from "../../domain/staff.ts";
import type { Store } from "../../store/database.ts";
import {
  createSession,
  endSession,
  type Session,
  sessionByHash,
  sessionsOf,
  touchSession,
} from "../../store/sessions.ts";
import { noteSignIn } from "../../store/sign_ins.ts";
import { setPresence } from "../../store/presence.ts";
import { actorOf } from "../acting.ts";
import { addressOf } from "../address.ts";
import { dropCookie, keepCookie, readCookie } from "../cookies.ts";
import type { SignedIn, Visit, WebContext } from "../visit.ts";
import { newToken, sessionKey, tokenHash } from "./session_token.ts";

const COOKIE = "belltower_session";
const IDLE_MS = 12 * 3_600_000;
const LONGEST_MS = 30 * 24 * 3_600_000;
/** Noting that a browser was here is a write to the disk. */
const TOUCH_MS = 60_000;

/** The session of a token, or null where there is none, or it is over. */
function validSession(store: Store, hash: Uint8Array, now: number): Session | null {
  const session = sessionByHash(store, hash);
  if (session === null) return null;
  const over = now - session.seenAt > IDLE_MS || now - session.createdAt > LONGEST_MS;
  return over ? null : session;
}

/** Who is signed in by this session, with the rights of this moment; null when it is over. */
export function personOf(store: Store, hash: Uint8Array, now: number): Staff | null {
  return validSession(store, hash, now)?.staff ?? null;
}

/** Who asks, by the cookie of the request; null for a stranger. Notes that the browser was here. */
export function recognise(
  c: WebContext,
  store: Store,
  now: number,
): { readonly person: Staff; readonly session: SignedIn } | null {
  const hash = tokenHash(readCookie(c, COOKIE) ?? "");
  if (hash === null) return null;
  const session = validSession(store, hash, now);
  if (session === null) return null;
  if (now - session.seenAt > TOUCH_MS) touchSession(store, hash, now);
  const { staff: person, mustChangePassword } = session;
  return { person, session: { tokenHash: hash, key: sessionKey(hash), mustChangePassword } };
}

/** Signs a person in with a token of its own; the session that the browser had before is over. */
export function signIn(c: WebContext, visit: Visit, person: Staff): void {
  if (visit.session !== null) signOut(c, visit, visit.session);
  const store = visit.store.as(actorOf(c, person), () => visit.now);
  // Who went home on a break comes back available; who opens a second browser stays what they are.
  if (!visit.web.hub.attends(person.id)) {
    setPresence(store, person.id, "available", "", visit.now);
  }
  const token = newToken();
  const address = addressOf(c);
  store.transaction(() => {
    noteSignIn(store, person.id, address, visit.now);
    createSession(store, {
      tokenHash: tokenHash(token)!,
      staffId: person.id,
      address,
      userAgent: (c.req.header("user-agent") ?? "").slice(0, 300),
    }, visit.now);
  });
  keepCookie(c, COOKIE, token, LONGEST_MS / 1000);
}

/** Ends a session and its event streams. */
export function signOut(c: WebContext, visit: Visit, session: SignedIn): void {
  endSession(visit.store, session.tokenHash);
  visit.web.hub.endSession(session.key, visit.person?.id ?? null);
  dropCookie(c, COOKIE);
}

/** Ends every session of a person but `except`, and their event streams. */
export function signOutEverywhere(visit: Visit, staffId: number, except: string | null): void {
  for (const { tokenHash: hash } of sessionsOf(visit.store, staffId)) {
    const key = sessionKey(hash);
    if (key === except) continue;
    endSession(visit.store, hash);
    visit.web.hub.endSession(key, staffId);
  }
}
