import type { Call, Party } from "../domain/call.ts";
import { isLive, isStation } from "../domain/call.ts";
import {
  CALL_COMMANDS,
  type CallCommandName,
  type CommandOutcome,
  type SwitchCommand,
} from "../domain/call_command.ts";
import { specialNumber } from "../domain/dial_kind.ts";
import { isDialable, normalNumber } from "../domain/phone_number.ts";
import { may } from "../domain/role_permissions.ts";
import { noteAct } from "../store/audit/write_audit.ts";
import { dialPolicy } from "../store/dial_policy.ts";
import { linesOf, ownersOn } from "../store/extension_at.ts";
import { isExtensionNumber } from "../desk/extensions/extension_number.ts";
import { HttpProblem } from "./http_problem.ts";
import type { StaffVisit } from "./visit.ts";

/** What is asked for a call, as it was sent. */
export interface ControlWish {
  readonly command: CallCommandName;
  /** A number, for the commands that have a target. */
  readonly to: string;
  /** For `digits`. */
  readonly digits: string;
}

/** Those who may listen to others' calls do; everybody else acts on a call that is at a telephone of their own. */
const OF_LISTENERS: readonly CallCommandName[] = ["listen", "whisper", "join"];

/** What is offered by a button for a call at one's own telephone, by what that does on it. All else has a target. */
const OFFERED: Partial<Record<Party["state"], readonly CallCommandName[]>> = {
  alerting: ["answer"],
  initiated: ["clear"],
  connected: ["hold", "clear"],
  held: ["retrieve", "clear"],
};

/** How the call is at the telephone that acts, of several; `connected` for all else. */
const ACTS_ON: Partial<Record<CallCommandName, Party["state"]>> = {
  answer: "alerting",
  redirect: "alerting",
  retrieve: "held",
};

/**
 * The commands that this person is offered for the call at this moment, in the order of the buttons: on its pop-up while
 * it rings, and on the card from then on.
 */
export function controlsOf(
  visit: StaffVisit,
  call: Call,
  place: "popup" | "card",
): CallCommandName[] {
  const can = visit.web.telephony.commandsOf(call.line);
  const parties = ownParties(visit, call).filter(({ state }) =>
    (state === "alerting") === (place === "popup")
  );
  const offered = parties.at(-1)?.state ?? "null";
  return (OFFERED[offered] ?? []).filter((command) => can.has(command));
}

/**
 * Asks the call's switch. Throws the problem `forbidden` for a call that is not at a telephone of this person's, or that
 * they may not listen to. A target that the office does not let its pages dial is refused.
 */
export async function control(
  visit: StaffVisit,
  call: Call,
  wish: ControlWish,
): Promise<CommandOutcome> {
  if (call.state === "ended") return { outcome: "refused", reason: "the call is over" };
  const device = actingDevice(visit, call, wish.command);
  if (device === null) {
    return { outcome: "refused", reason: "you have no telephone on the line of this call" };
  }
  if (wish.command === "pick_up" && call.state !== "ringing" && call.state !== "queued") {
    return { outcome: "refused", reason: "the call does not ring any more" };
  }
  const can = visit.web.telephony.commandsOf(call.line).has(wish.command);
  // Before it is done: nobody listens without a trace.
  if (can && OF_LISTENERS.includes(wish.command)) {
    noteAct(visit.store, { act: "listened", kind: "call", record: String(call.id) });
  }
  const to = normalNumber(wish.to) ?? "";
  const calls = can && CALL_COMMANDS[wish.command] === "to";
  const refused = calls ? refusedNumber(visit, to) : null;
  if (refused !== null) return { outcome: "refused", reason: refused };
  const { command, digits } = wish;
  const asked = { command, call: call.switchCall, device, ...needed(command, to, digits) };
  return await visit.web.telephony.perform(call.line, asked as SwitchCommand);
}

/** Why the office does not let its pages call this number, at this moment; null where it does. */
function refusedNumber({ store, web, person, now }: StaffVisit, to: string): string | null {
  const policy = dialPolicy(store);
  const special = specialNumber(to);
  if (special === "emergency") return "an emergency number is dialled by itself, after a question";
  if (special !== null && !policy.allowed[special]) {
    return `the office does not dial ${special} numbers from its pages`;
  }
  // Colleagues are called as often as need be.
  if (isExtensionNumber(store, to) || web.dialRate.take(person.id, policy.perMinute, now)) {
    return null;
  }
  return `you have called ${policy.perMinute} numbers within a minute, as many as the office allows`;
}

/** What is wrong with what was sent, in English for scripts; null where nothing is. */
export function wrongIn({ command, to, digits }: ControlWish): string | null {
  const need = CALL_COMMANDS[command];
  if (need === "to" && !isDialable(to)) {
    return `${command} needs "to", a number to which: "${to}" is none`;
  }
  if (need === "digits" && !/^[0-9*#A-D]{1,64}$/i.test(digits)) {
    return `${command} needs "digits", 1 to 64 of 0-9 * # A-D: "${digits}" is not`;
  }
  return null;
}

function needed(command: CallCommandName, to: string, digits: string) {
  const need = CALL_COMMANDS[command];
  return need === "to" ? { to } : need === "digits" ? { digits } : {};
}

/** The telephone that acts; null where this person has none for it. */
function actingDevice(visit: StaffVisit, call: Call, command: CallCommandName): string | null {
  const listens = OF_LISTENERS.includes(command);
  if (listens && !may(visit.person.role, "calls.listen")) throw new HttpProblem("forbidden");
  if (listens || command === "pick_up") return telephoneOn(visit, call.line);
  const own = ownParties(visit, call);
  const wanted = ACTS_ON[command] ?? "connected";
  const inState = own.findLast(({ state }) => state === wanted);
  const acting = inState ?? own.at(-1);
  if (acting === undefined) throw new HttpProblem("forbidden", {}, "control.not_yours");
  return acting.device;
}

/** Where the call is at this person's telephones. */
function ownParties(visit: StaffVisit, call: Call): Party[] {
  const ownerOf = ownersOn(visit.store, call);
  return call.connections.filter((one) =>
    isStation(one) && isLive(one) && ownerOf(one.device) === visit.person.id
  );
}

function telephoneOn({ person, store }: StaffVisit, line: number): string | null {
  return person.extensions.find((one) => linesOf(store, one).includes(line))?.number ?? null;
}
