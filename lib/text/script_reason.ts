import { CALL_COMMANDS } from "../domain/call_command.ts";

type Args = Readonly<Record<string, string | number>>;

/** What scripts are told, in English, as the reasons of switches are. People are told the problem's own sentence. */
const REASONS = {
  "control.no_command": ({ command }: Args) =>
    `"${command}" is no command: expected one of ${Object.keys(CALL_COMMANDS).join(", ")}`,
  "control.to_wrong": ({ command, to }: Args) =>
    `${command} needs "to", a number to which: "${to}" is none`,
  "control.digits_wrong": ({ command, digits }: Args) =>
    `${command} needs "digits", 1 to 64 of 0-9 * # A-D: "${digits}" is not`,
  "control.over": () => "the call is over",
  "control.no_telephone": () => "you have no telephone on the line of this call",
  "control.not_ringing": () => "the call does not ring any more",
  "control.emergency": () => "an emergency number is dialled by itself, after a question",
  "control.do_not_call": () =>
    "a customer who asked not to be called is dialled by itself, after a question",
  "dial.not_allowed": ({ special }: Args) =>
    `the office does not dial ${special} numbers from its pages`,
  "dial.too_often": ({ perMinute }: Args) =>
    `you have called ${perMinute} numbers within a minute, as many as the office allows`,
};

/** Why a call was not controlled, for a script. */
export function scriptReason(
  { code, args }: { readonly code: keyof typeof REASONS; readonly args: Args },
): string {
  return REASONS[code](args);
}
