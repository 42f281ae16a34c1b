import type { EventKind, OfficeEvent } from "../domain/event.ts";
import type { Permission } from "../domain/permission.ts";
import type { Statements } from "./statements.ts";

/** What is written of an event; where nothing is said, nobody of the staff did it and the kind says who hears. */
export interface NewEvent {
  readonly kind: EventKind;
  readonly subject?: string | number;
  readonly actor?: number | null;
  readonly audience?: Permission | null;
  /** IDs, states and numbers of telephones in the office; nothing of a customer. */
  readonly data?: unknown;
}

interface EventRow {
  seq: number;
  at: number;
  kind: EventKind;
  subject: string;
  actor: number | null;
  audience: Permission | null;
  data: string | null;
}

/** Whatever somebody has made of a row by hand: the ones behind it are told. */
const COLUMNS =
  "seq, at, kind, subject, actor, audience, CASE WHEN json_valid(data) THEN data END AS data";

/** Writes an event, as a part of the transaction that makes the change. `now` in ms since the epoch, UTC. */
export function noteEvent(store: Statements, event: NewEvent, now: number): void {
  const { kind, subject = "", actor = null, audience = null, data = null } = event;
  store.run(
    "INSERT INTO events (at, kind, subject, actor, audience, data) VALUES (?, ?, ?, ?, ?, ?)",
    now,
    kind,
    String(subject),
    actor,
    audience,
    data === null ? null : JSON.stringify(data),
  );
}

/** Up to `limit` events behind `seq`, in their order. */
export function eventsAfter(store: Statements, seq: number, limit: number): OfficeEvent[] {
  return store.all<EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`,
    seq,
    limit,
  ).map(eventOf);
}

/** The event of that number; null where it is not kept, or never was. */
export function eventAt(store: Statements, seq: number): OfficeEvent | null {
  const row = store.get<EventRow>(
    `SELECT ${COLUMNS} FROM events WHERE seq = ?`,
    seq,
  );
  return row === undefined ? null : eventOf(row);
}

/** The place of the newest event; the beginning where somebody has emptied the table, which is nobody's place. */
export function newestEvent(store: Statements): Pick<OfficeEvent, "seq" | "at"> {
  const row = store.get<{ seq: number; at: number }>(
    "SELECT seq, at FROM events ORDER BY seq DESC LIMIT 1",
  );
  return row === undefined ? { seq: 0, at: 0 } : { seq: row.seq, at: row.at };
}

/**
 * Forgets up to `limit` events from before `before` (ms since the epoch, UTC) that all have read, up to `read`; returns
 * how many. The newest one stays.
 */
export function pruneEvents(
  store: Statements,
  before: number,
  read: number,
  limit: number,
): number {
  return store.run(
    `DELETE FROM events WHERE seq IN (
       SELECT seq FROM events WHERE at < ? AND seq <= ? AND seq < (SELECT max(seq) FROM events)
       ORDER BY seq LIMIT ?)`,
    before,
    read,
    limit,
  ).changes;
}

function eventOf(row: EventRow): OfficeEvent {
  const { seq, at, kind, subject, actor, audience, data } = row;
  return {
    seq,
    at,
    kind,
    subject,
    actor,
    audience,
    data: data === null ? null : JSON.parse(data),
  };
}
