import {
  type Call,
  type CallState,
  type Connection,
  isLive,
  isStation,
  ringingAt,
} from "../domain/call.ts";
import { customerCode } from "../domain/customer.ts";
import { may } from "../domain/role_permissions.ts";
import type { Staff } from "../domain/staff.ts";
import type { CallMessage, LiveEvent } from "./live_event.ts";

/** Something on the board is different. */
export const BOARD_CHANGED: LiveEvent = { name: "board", data: {} };

/**
 * Whether this person hears of every call, and sees on the board who is called: the operator, supervisors and
 * administrators.
 */
export function hearsEverything(person: Staff): boolean {
  return person.operator || may(person.role, "calls.hear_all");
}

/** Whose a number on the call is, by the ID of the person; null for nobody's. */
export interface OwnerOf {
  (number: string | null): number | null;
}

/**
 * What `person` is told of a call as it stands now, or null where it is none of their business. An
 * extension's ringing reaches the agent of that extension and those who hear everything; that the call
 * is answered, handed on or over reaches everybody at whose extension it rang or was.
 */
export function callEventFor(person: Staff, call: Call, ownerOf: OwnerOf): LiveEvent | null {
  const ringing = ringingAt(call);
  const newest = ringing.at(-1);
  if (hearsEverything(person)) {
    // While a call is handed on it rings at one extension and is talked at another: the ring is the news.
    const news = newest === undefined
      ? { state: call.state, extension: call.extension }
      : { state: "ringing" as const, extension: newest };
    return about(call, { ...news, ringing });
  }
  const isOwn = (extension: string) => ownerOf(extension) === person.id;
  // The last extension of a group to ring may be another one, of which this agent hears nothing.
  const ownRinging = ringing.filter(isOwn);
  const own = ownRinging.at(-1);
  if (own !== undefined) {
    return about(call, { state: "ringing", extension: own, ringing: ownRinging });
  }
  const parts = call.connections.filter((one) => isStation(one) && isOwn(one.device));
  if (call.state === "ringing" || call.state === "queued" || parts.length === 0) return null;
  return about(call, { state: stateFor(call, parts), extension: call.extension, ringing: [] });
}

/** Whoever holds a call holds it, although others talk on it. */
function stateFor(call: Call, parts: readonly Connection[]): CallState {
  const live = parts.filter(isLive);
  return live.length > 0 && live.every(({ state }) => state === "held") ? "held" : call.state;
}

/**
 * The same for everybody; who is told nothing of the call itself hears that the board is different, and of nothing
 * else.
 */
export function callNews(call: Call, ownerOf: OwnerOf): (person: Staff) => LiveEvent {
  return (person) => callEventFor(person, call, ownerOf) ?? BOARD_CHANGED;
}

/** What `person` is told when bytes came over a line: the line monitor is the administrators'. */
export function frameEventFor(person: Staff, lineId: number): LiveEvent | null {
  return may(person.role, "lines.watch") ? { name: "frame", data: { lineId } } : null;
}

function about(
  call: Call,
  view: Pick<CallMessage, "state" | "extension" | "ringing">,
): LiveEvent {
  return {
    name: "call",
    data: {
      callId: call.id,
      trunk: call.trunk,
      ...view,
      direction: call.direction,
      number: call.number,
      customerId: call.customerId === null ? null : customerCode(call.customerId),
    },
  };
}
