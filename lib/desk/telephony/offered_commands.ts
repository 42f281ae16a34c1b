import type { Call, Party } from "../../domain/call.ts";
import type { CallCommandName } from "../../domain/call_command.ts";
import { ownParties } from "./own_parties.ts";
import type { PhoneDesk } from "./phone_desk.ts";

/** What is offered by a button for a call at one's own telephone, by what that does on it. All else has a target. */
const OFFERED: Partial<Record<Party["state"], readonly CallCommandName[]>> = {
  alerting: ["answer"],
  initiated: ["clear"],
  connected: ["hold", "clear"],
  held: ["retrieve", "clear"],
};

/**
 * The commands that whoever asks is offered for the call at this moment, in the order of the buttons: at a telephone
 * where it `rings`, or where they are on it.
 */
export function offeredCommands(
  desk: PhoneDesk,
  call: Call,
  { rings }: { readonly rings: boolean },
): CallCommandName[] {
  const can = desk.telephony.commandsOf(call.line);
  const parties = ownParties(desk, call).filter(({ state }) => (state === "alerting") === rings);
  const offered = parties.at(-1)?.state ?? "null";
  return (OFFERED[offered] ?? []).filter((command) => can.has(command));
}
