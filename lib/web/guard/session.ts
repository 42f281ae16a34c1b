import {
  type Proved,
  signIn as beginSession,
  type SignInResult,
} from "../../desk/staff/sign_in.ts";
import type { EndedSessions } from "../../desk/staff/sign_out.ts";
import { SESSION_LONGEST_MS, sessionEnd } from "../../domain/session_life.ts";
import { mayBeAt, tiedNumbers } from "../../domain/sign_in_place.ts";
import type { Staff } from "../../domain/staff.ts";
import type { KnownPerson } from "../../live/known_person.ts";
import type { Store } from "../../store/database.ts";
import { endSession, type Session, sessionByHash, touchSession } from "../../store/sessions.ts";
import { actorOf } from "../acting.ts";
import { addressOf, isSecure } from "../address.ts";
import { dropCookie, keepCookie, readCookie } from "../cookies.ts";
import { requireWriting } from "../writing.ts";
import type { SignedIn, Visit, WebContext } from "../visit.ts";
import { newToken, sessionHash, sessionKey } from "./session_token.ts";

const COOKIE = "belltower_session";
/** Noting that a browser was here is a write to the disk. */
const TOUCH_MS = 60_000;

/** The session of a token, or null where there is none, or it is over. */
function validSession(store: Store, hash: Uint8Array, now: number): Session | null {
  const session = sessionByHash(store, hash);
  return session !== null && now <= sessionEnd(session) ? session : null;
}

/**
 * Who listens by this session at `address`, with the rights of this moment; null when nobody may, any more. Whoever has
 * to choose another password hears nothing before.
 */
export function personOf(
  store: Store,
  hash: Uint8Array,
  address: string,
  now: number,
): KnownPerson | null {
  const session = validSession(store, hash, now);
  if (session === null || session.mustChangePassword) return null;
  const { staff: person } = session;
  return mayBeAt(person, address) ? { person, until: sessionEnd(session) } : null;
}

export interface Recognised {
  /** Both are null for a stranger. */
  readonly person: Staff | null;
  readonly session: SignedIn | null;
  /** The extensions whose agent may not be where they ask from, for a sentence; null otherwise. */
  readonly elsewhere: string | null;
}

const STRANGER: Recognised = { person: null, session: null, elsewhere: null };

/**
 * Who asks, by the cookie of the request. Where their extensions are tied to other addresses, they are a stranger until
 * they are back there. Notes that the browser was here.
 */
export function recognise(c: WebContext, store: Store, now: number): Recognised {
  const hash = sessionHash(readCookie(c, COOKIE) ?? "", isSecure(c));
  const session = hash === null ? null : validSession(store, hash, now);
  if (hash === null || session === null) return STRANGER;
  const { staff: person, mustChangePassword } = session;
  if (!mayBeAt(person, addressOf(c))) return { ...STRANGER, elsewhere: tiedNumbers(person) };
  if (now - session.seenAt > TOUCH_MS) {
    const key = sessionKey(hash);
    store.late.note({
      what: `session ${key} of staff ${person.id} was used`,
      key: `session ${key}`,
      write: () => touchSession(store, hash, now),
    });
  }
  const known = { tokenHash: hash, key: sessionKey(hash), mustChangePassword };
  return { person, session: known, elsewhere: null };
}

/**
 * Signs a person in with a token of its own; the session that the browser had before is over. Throws the problem
 * `written` where they may write nothing any more on this day.
 */
export function signIn(c: WebContext, visit: Visit, proved: Proved): SignInResult {
  const { id } = proved.staff;
  const { web } = visit;
  requireWriting({ web, person: proved.staff });
  const grew = (bytes: number) => web.written.add(id, bytes);
  const store = visit.store.as(actorOf(c, proved.staff), web.clock, grew);
  const token = newToken();
  const desk = { store, now: web.clock(), attends: (staffId: number) => web.hub.attends(staffId) };
  const result = beginSession(desk, proved, {
    tokenHash: sessionHash(token, isSecure(c))!,
    address: addressOf(c),
    userAgent: (c.req.header("user-agent") ?? "").slice(0, 300),
  });
  if (result !== "signed_in") return result;
  if (visit.session !== null) signOut(c, visit, visit.session);
  keepCookie(c, COOKIE, token, SESSION_LONGEST_MS / 1000);
  return result;
}

/** Ends a session and its event streams. */
export function signOut(c: WebContext, visit: Visit, session: SignedIn): void {
  endSession(visit.store, session.tokenHash);
  visit.web.hub.endSession(session.key, visit.person?.id ?? null);
  dropCookie(c, COOKIE);
}

/** Ends the event streams of a person's sessions that are over. */
export function endStreams({ web }: Visit, staffId: number, ended: EndedSessions): void {
  for (const hash of ended) web.hub.endSession(sessionKey(hash), staffId);
}
