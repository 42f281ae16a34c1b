/** What may be asked of a switch for a call that goes on, and what each needs beside the call. */
export const CALL_COMMANDS = {
  answer: null,
  hold: null,
  retrieve: null,
  clear: null,
  /** Hands the call on without asking first. */
  transfer: "to",
  /** Holds the call and calls somebody to ask. */
  consult: "to",
  /** Hands the held call on to whom was asked. */
  complete: null,
  conference: null,
  /** Sends a ringing call to another telephone. */
  redirect: "to",
  /** Takes a call that rings elsewhere. */
  pick_up: null,
  park: null,
  digits: "digits",
  listen: null,
  /** Speaks to the agent alone. */
  whisper: null,
  join: null,
  record: null,
  /** Leaves a part out of the recording. */
  mute_recording: null,
} as const;

export type CallCommandName = keyof typeof CALL_COMMANDS;
export type CommandName = CallCommandName | "dial";

type Needing<Need> = {
  [Name in CallCommandName]: (typeof CALL_COMMANDS)[Name] extends Need ? Name : never;
}[CallCommandName];

/**
 * What a person wants of the switch. `device` is the telephone that acts, by its number; `call` the switch's own ID. The
 * services are those of CSTA (ECMA-269, clauses 17 and 18): MakeCall, AnswerCall, HoldCall, RetrieveCall, ClearConnection,
 * SingleStepTransferCall, ConsultationCall, TransferCall, ConferenceCall, DeflectCall, DirectedPickupCall, ParkCall,
 * GenerateDigits, JoinCall in its three ways, StartRecord, SuspendRecord.
 */
export type SwitchCommand =
  | { readonly command: "dial"; readonly device: string; readonly digits: string }
  | { readonly command: Needing<null>; readonly call: string; readonly device: string }
  | {
    readonly command: Needing<"to">;
    readonly call: string;
    readonly device: string;
    /** The number to which. */
    readonly to: string;
  }
  | {
    readonly command: Needing<"digits">;
    readonly call: string;
    readonly device: string;
    readonly digits: string;
  };

/**
 * What came of a command. That the switch did it does not say how the call is now: an event tells that. `no_answer`: it
 * said nothing in time; `unknown`: it may have done it, and cannot say. `reason` is a sentence in English.
 */
export type CommandOutcome =
  | { readonly outcome: "done" }
  | {
    readonly outcome: "unsupported" | "refused" | "no_answer" | "switch_down" | "unknown";
    readonly reason: string;
  };

/** Whether it needs to be told a number to which. */
export function hasTarget(name: CallCommandName): name is Needing<"to"> {
  return CALL_COMMANDS[name] === "to";
}

/** Whether it needs to be told which digits. */
export function hasDigits(name: CallCommandName): name is Needing<"digits"> {
  return CALL_COMMANDS[name] === "digits";
}

/** Whether it is the name of a command for a call. */
export function isCallCommand(name: string): name is CallCommandName {
  return Object.hasOwn(CALL_COMMANDS, name);
}
