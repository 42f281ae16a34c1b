import {
  type CallState,
  isLive,
  isStation,
  type OnCall,
  ringingAt,
  stationsOf,
  type ToldCall,
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
 * What each person is told of a call as it stands now. An extension's ringing reaches the agent of that extension and
 * those who hear everything; that the call is answered, handed on or over reaches everybody at whose extension it rang
 * or was. Everybody else hears that the board is different, and nothing of the call.
 */
export function callNews(call: ToldCall, ownerOf: OwnerOf): (person: Staff) => LiveEvent {
  const eventFor = audienceOf(call, ownerOf);
  return (person) => eventFor(person) ?? BOARD_CHANGED;
}

/** What is the same for many is made once: most people hear either everything of a call or nothing. */
function audienceOf(call: ToldCall, ownerOf: OwnerOf): (person: Staff) => LiveEvent | null {
  const ringing = ringingAt(call);
  const whole = wholeEvent(call, ringing);
  let concerned: Set<number | null> | null = null;
  return (person) => {
    if (hearsEverything(person)) return whole;
    // Asked for first where somebody hears less: it is a question to the database.
    concerned ??= new Set(stationsOf(call).map(ownerOf));
    return concerned.has(person.id) ? ownEvent(person, call, ringing, ownerOf) : null;
  };
}

/** While a call is handed on it rings at one extension and is talked at another: the ring is the news. */
function wholeEvent(call: ToldCall, ringing: readonly string[]): LiveEvent {
  const newest = ringing.at(-1);
  const news = newest === undefined
    ? { state: call.state, extension: call.extension }
    : { state: "ringing" as const, extension: newest };
  return about(call, { ...news, ringing });
}

/** For an agent at one of whose extensions it rings, rang or was. */
function ownEvent(
  person: Staff,
  call: ToldCall,
  ringing: readonly string[],
  ownerOf: OwnerOf,
): LiveEvent | null {
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
function stateFor(call: ToldCall, parts: readonly OnCall[]): CallState {
  const live = parts.filter(isLive);
  return live.length > 0 && live.every(({ state }) => state === "held") ? "held" : call.state;
}

/** What `person` is told when bytes came over a line: the line monitor is the administrators'. */
export function frameEventFor(person: Staff, lineId: number): LiveEvent | null {
  return may(person.role, "lines.watch") ? { name: "frame", data: { lineId } } : null;
}

function about(
  call: ToldCall,
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
