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
import { passwordHashOf, setPassword, staffById } from "../../store/staff.ts";
import { noteSignIn } from "../../store/sign_ins.ts";
import { setPresence } from "../../store/presence.ts";
import { actorOf } from "../acting.ts";
import { addressOf } from "../address.ts";
import { dropCookie, keepCookie, readCookie } from "../cookies.ts";
import type { SignedIn, Visit, WebContext } from "../visit.ts";
import { maySignInFrom } from "./sign_in_place.ts";
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
  const { staff: person, mustChangePassword } = session;
  if (now - session.seenAt > TOUCH_MS) {
    const key = sessionKey(hash);
    store.late.note({
      what: `session ${key} of staff ${person.id} was used`,
      key: `session ${key}`,
      write: () => touchSession(store, hash, now),
    });
  }
  return { person, session: { tokenHash: hash, key: sessionKey(hash), mustChangePassword } };
}

/** An account as it was when its password was found to be right. */
export interface Proved {
  readonly staff: Staff;
  /** What the password was compared with. */
  readonly passwordHash: string;
}

/** What became of a sign-in: `changed` where the account is not what it was when its password was compared. */
export type SignInResult = "signed_in" | "changed" | "other_place";

/**
 * Signs a person in with a token of its own; the session that the browser had before is over. Comparing a password
 * takes its time: whoever was deactivated, given another password or tied to another address meanwhile stays outside.
 */
export function signIn(c: WebContext, visit: Visit, proved: Proved): SignInResult {
  const { id } = proved.staff;
  const store = visit.store.as(actorOf(c, proved.staff), visit.web.clock);
  const now = visit.web.clock();
  const token = newToken();
  const address = addressOf(c);
  const result = store.transaction(() => {
    const person = staffById(store, id);
    const isSame = passwordHashOf(store, id) === proved.passwordHash;
    if (person?.active !== true || !isSame) return "changed";
    if (!maySignInFrom(store, person, address)) return "other_place";
    // Who went home on a break comes back available; who opens a second browser stays what they are.
    if (!visit.web.hub.attends(id)) setPresence(store, id, "available", "", now);
    noteSignIn(store, id, address, now);
    createSession(store, {
      tokenHash: tokenHash(token)!,
      staffId: id,
      address,
      userAgent: (c.req.header("user-agent") ?? "").slice(0, 300),
    }, now);
    return "signed_in";
  });
  if (result !== "signed_in") return result;
  if (visit.session !== null) signOut(c, visit, visit.session);
  keepCookie(c, COOKIE, token, LONGEST_MS / 1000);
  return result;
}

/** Ends a session and its event streams. */
export function signOut(c: WebContext, visit: Visit, session: SignedIn): void {
  endSession(visit.store, session.tokenHash);
  visit.web.hub.endSession(session.key, visit.person?.id ?? null);
  dropCookie(c, COOKIE);
}

/** A password that somebody is given. */
export interface NewPassword {
  readonly passwordHash: string;
  /** What it takes the place of; null for whatever it is. */
  readonly was: string | null;
  /** Whether its owner is asked for another one at the next sign-in. */
  readonly mustChange: boolean;
}

/**
 * Gives a person another password and ends every session and stream of theirs. False, and nothing is changed, where
 * the password is not any more what it `was`.
 */
export function givePassword(
  { store, web }: Visit,
  staffId: number,
  { passwordHash, was, mustChange }: NewPassword,
): boolean {
  const ended = store.transaction(() => {
    if (was !== null && passwordHashOf(store, staffId) !== was) return null;
    const sessions = sessionsOf(store, staffId);
    setPassword(store, staffId, passwordHash, mustChange);
    return sessions;
  });
  for (const { tokenHash: hash } of ended ?? []) web.hub.endSession(sessionKey(hash), staffId);
  return ended !== null;
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
