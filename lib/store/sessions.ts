import type { Staff } from "../domain/staff.ts";
import type { Store } from "./database.ts";
import { STAFF_COLUMNS, staffOf, type StaffRow } from "./staff.ts";

/** A signed-in browser. Times are milliseconds since the epoch, UTC. */
export interface Session {
  readonly staff: Staff;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly address: string;
  /** Nothing but the choice of another password is open to them. */
  readonly mustChangePassword: boolean;
}

/** A session as a list shows it. */
export interface ListedSession {
  readonly tokenHash: Uint8Array;
  readonly createdAt: number;
  readonly seenAt: number;
  readonly address: string;
  readonly userAgent: string;
}

export interface NewSession {
  /** SHA-256 of the cookie's token, 32 bytes. The token itself is kept nowhere. */
  readonly tokenHash: Uint8Array;
  readonly staffId: number;
  readonly address: string;
  readonly userAgent: string;
}

type SessionRow = StaffRow & {
  created_at: number;
  seen_at: number;
  address: string;
  must_change_password: number;
};

export function createSession(store: Store, session: NewSession, now: number): void {
  store.run(
    `INSERT INTO sessions (token_hash, staff_id, created_at, seen_at, address, user_agent)
     VALUES (?, ?, ?, ?, ?, ?)`,
    session.tokenHash,
    session.staffId,
    now,
    now,
    session.address,
    session.userAgent,
  );
}

/** The session of a token, of active staff only. Whether it is too old is for the caller to say. */
export function sessionByHash(store: Store, tokenHash: Uint8Array): Session | null {
  const rows = store.all<SessionRow>(
    `SELECT ${STAFF_COLUMNS}, sessions.created_at, sessions.seen_at, sessions.address,
       staff.must_change_password
     FROM sessions JOIN staff ON staff.id = sessions.staff_id
     LEFT JOIN extensions AS own ON own.staff_id = staff.id
     WHERE sessions.token_hash = ? AND staff.active = 1 ORDER BY own.line_id, own.number`,
    tokenHash,
  );
  const [first] = rows;
  if (first === undefined) return null;
  return {
    staff: staffOf(rows),
    createdAt: first.created_at,
    seenAt: first.seen_at,
    address: first.address,
    mustChangePassword: first.must_change_password === 1,
  };
}

/** The sessions of a person, the one used last first; those that are too old too. */
export function sessionsOf(store: Store, staffId: number): ListedSession[] {
  return store.all<ListedSession>(
    `SELECT token_hash AS tokenHash, created_at AS createdAt, seen_at AS seenAt, address,
       user_agent AS userAgent
     FROM sessions WHERE staff_id = ? ORDER BY seen_at DESC, created_at DESC`,
    staffId,
  );
}

/** Notes that the browser was here. It is a write to the disk: once a minute is enough. */
export function touchSession(store: Store, tokenHash: Uint8Array, now: number): void {
  store.run("UPDATE sessions SET seen_at = ? WHERE token_hash = ?", now, tokenHash);
}

export function endSession(store: Store, tokenHash: Uint8Array): void {
  store.run("DELETE FROM sessions WHERE token_hash = ?", tokenHash);
}

/** Forgets sessions last seen before `seenBefore` or begun before `createdBefore`; returns how many. */
export function pruneSessions(store: Store, seenBefore: number, createdBefore: number): number {
  return store.run(
    "DELETE FROM sessions WHERE seen_at < ? OR created_at < ?",
    seenBefore,
    createdBefore,
  ).changes;
}
