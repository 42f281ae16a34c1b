import type { Store } from "../../store/database.ts";
import { NotFound } from "../../store/errors.ts";
import { endSession, sessionsOf } from "../../store/sessions.ts";
import { type Desk, requireMay, type StaffDesk } from "../desk.ts";
import { staffThere } from "./staff_there.ts";

/** The hashes of the tokens of sessions that are over: whoever keeps something open for them closes it. */
export type EndedSessions = readonly Uint8Array[];

export function sessionHashesOf(store: Store, staffId: number): EndedSessions {
  return sessionsOf(store, staffId).map(({ tokenHash }) => tokenHash);
}

/** Ends every session of a person but that of the token with the hash `except`, null for none. Throws `NotFound`. */
export function signOutEverywhere(
  desk: Desk,
  id: number,
  except: Uint8Array | null,
): EndedSessions {
  requireMay(desk, "staff.manage");
  const { store } = desk;
  return store.transaction(() => {
    const all = sessionHashesOf(store, staffThere(store, id).id);
    const ended = all.filter((hash) => except === null || !isSame(hash, except));
    for (const hash of ended) endSession(store, hash);
    return ended;
  });
}

/** Ends one of one's own sessions. Throws `NotFound` where it is none. */
export function endOwnSession(desk: StaffDesk, hash: Uint8Array): void {
  requireMay(desk, "account.use");
  const { store, by } = desk;
  store.transaction(() => {
    const own = sessionHashesOf(store, by.id);
    if (!own.some((one) => isSame(one, hash))) throw new NotFound("session", hash.toHex());
    endSession(store, hash);
  });
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.toHex() === other.toHex();
}
