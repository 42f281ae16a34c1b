import type { Call, Party } from "../../domain/call.ts";
import {
  type CallCommandName,
  type CommandOutcome,
  hasDigits,
  hasTarget,
  isCallCommand,
  type SwitchCommand,
} from "../../domain/call_command.ts";
import { numberToDial, type ToDial } from "../../domain/dialled_number.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import { callById } from "../../store/calls.ts";
import { NotFound } from "../../store/errors.ts";
import { linesOf } from "../../store/extension_at.ts";
import { numberingOf } from "../../store/numbering.ts";
import { NotYours, requireMay } from "../desk.ts";
import type { Problem, ProblemCode } from "../problem.ts";
import { type CallRefusal, callRefusal } from "./call_refusal.ts";
import { digitsToSend } from "./dial_number.ts";
import { ownParties } from "./own_parties.ts";
import type { PhoneDesk } from "./phone_desk.ts";

/** What is asked for a call, as it was sent. */
export interface ControlWish {
  /** The name of a `CallCommandName`. */
  readonly command: string;
  /** A number, for the commands that have a target. */
  readonly to: string;
  /** For `digits`. */
  readonly digits: string;
}

/** Why it was not asked for. */
export interface ControlProblem extends Problem {
  readonly code:
    | Exclude<Extract<ProblemCode, `control.${string}`>, "control.not_yours">
    | "dial.not_allowed"
    | "dial.too_often";
}

/** What came of it; but for `asked` the switch knows nothing of it. */
export type ControlOutcome =
  | { readonly kind: "asked"; readonly outcome: CommandOutcome }
  /** The call is not so, or the office does not want it. */
  | { readonly kind: "refused"; readonly problem: ControlProblem }
  /** What was sent is no wish. */
  | { readonly kind: "wrong"; readonly problem: ControlProblem };

/** Those who may listen to others' calls do; everybody else acts on a call that is at a telephone of their own. */
const OF_LISTENERS: readonly CallCommandName[] = ["listen", "whisper", "join"];

/** How the call is at the telephone that acts, of several; `connected` for all else. */
const ACTS_ON: Partial<Record<CallCommandName, Party["state"]>> = {
  answer: "alerting",
  redirect: "alerting",
  retrieve: "held",
};

/**
 * Asks the call's switch to do something with it. A target that the office does not have dialled is refused, and so is
 * one that is called after a question only: dialling asks it. Throws `NotFound`, `NotYours` for a call that is at no
 * telephone of whoever asks, and `NotPermitted` for one that they may not listen to.
 */
export async function controlCall(
  desk: PhoneDesk,
  callId: number,
  wish: ControlWish,
): Promise<ControlOutcome> {
  requireMay(desk, "calls.control");
  const call = callById(desk.store, callId);
  if (call === null) throw new NotFound("call", callId);
  const { command } = wish;
  if (!isCallCommand(command)) return wrong("control.no_command", { command });
  const numbering = numberingOf(desk.store);
  const target = hasTarget(command) ? numberToDial(wish.to, numbering) : null;
  const problem = problemIn(command, wish, target);
  if (problem !== null) return { kind: "wrong", problem };
  if (call.state === "ended") return refused("control.over");
  const device = actingDevice(desk, call, command);
  if (device === null) return refused("control.no_telephone");
  if (command === "pick_up" && call.state !== "ringing" && call.state !== "queued") {
    return refused("control.not_ringing");
  }
  const can = desk.telephony.commandsOf(call.line).has(command);
  // Before it is done: nobody listens without a trace.
  if (can && OF_LISTENERS.includes(command)) {
    noteAct(desk.store, { act: "listened", kind: "call", record: String(call.id) });
  }
  const refusal = can && target !== null ? callRefusal(desk, target, false) : null;
  if (refusal !== null) {
    const number = formatNumber(target?.digits ?? "", numbering);
    return { kind: "refused", problem: problemOf(refusal, number) };
  }
  const acting = { call: call.switchCall, device };
  const asked = switchCommand(command, acting, {
    to: target === null ? "" : digitsToSend(desk, target),
    digits: wish.digits,
  });
  const outcome = await desk.telephony.perform(call.line, asked);
  return { kind: "asked", outcome };
}

function wrong(code: ControlProblem["code"], args: Problem["args"]): ControlOutcome {
  return { kind: "wrong", problem: { code, args } };
}

function refused(code: ControlProblem["code"]): ControlOutcome {
  return { kind: "refused", problem: { code, args: {} } };
}

function problemIn(
  command: CallCommandName,
  { to, digits }: ControlWish,
  target: ToDial | null,
): ControlProblem | null {
  if (hasTarget(command) && target === null) {
    return { code: "control.to_wrong", args: { command, to } };
  }
  if (hasDigits(command) && !/^[0-9*#A-D]{1,64}$/i.test(digits)) {
    return { code: "control.digits_wrong", args: { command, digits } };
  }
  return null;
}

function problemOf(refusal: CallRefusal, number: string): ControlProblem {
  switch (refusal.result) {
    case "not_allowed":
      return { code: "dial.not_allowed", args: { number, special: refusal.special } };
    case "emergency":
      return { code: "control.emergency", args: { number } };
    case "do_not_call":
      return { code: "control.do_not_call", args: { number } };
    case "too_often":
      return { code: "dial.too_often", args: { perMinute: refusal.perMinute } };
    default:
      return refusal satisfies never;
  }
}

function switchCommand(
  command: CallCommandName,
  acting: { readonly call: string; readonly device: string },
  { to, digits }: Pick<ControlWish, "to" | "digits">,
): SwitchCommand {
  if (hasTarget(command)) return { command, ...acting, to };
  if (hasDigits(command)) return { command, ...acting, digits };
  return { command, ...acting };
}

/** The telephone that acts; null where whoever asks has none for it. */
function actingDevice(desk: PhoneDesk, call: Call, command: CallCommandName): string | null {
  const listens = OF_LISTENERS.includes(command);
  if (listens) requireMay(desk, "calls.listen");
  if (listens || command === "pick_up") return telephoneOn(desk, call.line);
  const own = ownParties(desk, call);
  const wanted = ACTS_ON[command] ?? "connected";
  const inState = own.findLast(({ state }) => state === wanted);
  const acting = inState ?? own.at(-1);
  if (acting === undefined) {
    throw new NotYours(desk.by.login, `call ${call.id}`, "control.not_yours");
  }
  return acting.device;
}

function telephoneOn({ by, store }: PhoneDesk, line: number): string | null {
  return by.extensions.find((one) => linesOf(store, one).includes(line))?.number ?? null;
}
