import type { Caller, WithheldReason } from "../../lib/domain/caller.ts";
import type { TrunkEvent } from "../../lib/switches/pbx416/frames/trunk_event.ts";

/**
 * Frames in the short form of the protocol's tables: `C(01012345678)`, `c(202,withheld)`, `C()` where the wire
 * sent no number, `N(202)`, `n(202)`, `J(202,010)`, `O(202,010)`, `F` and `F(202)`; on trunk 1.
 */
export function eventOf(frame: string, trunk = "1"): TrunkEvent {
  const [letter, ...fields] = frame.split(/[(,)]/).filter((part) => part !== "");
  const extension = fields[0] ?? null;
  const last = fields.at(-1);
  switch (letter) {
    case "C":
      return { type: "Delivered", trunk, extension: null, caller: callerOf(last) };
    case "c":
      return {
        type: "Delivered",
        trunk,
        extension,
        caller: callerOf(fields.length > 1 ? last : undefined),
      };
    case "N":
      return { type: "Established", trunk, extension: extension! };
    case "n":
      return { type: "ServiceInitiated", trunk, extension: extension! };
    case "J":
    case "O":
      return {
        type: "Originated",
        trunk,
        extension: extension!,
        digits: last!,
        requested: letter === "O",
      };
    case "F":
      return { type: "ConnectionCleared", trunk, extension };
    default:
      throw new Error(`no such frame: ${frame}`);
  }
}

function callerOf(text: string | undefined): Caller | null {
  if (text === undefined) return null;
  if (/^\d/.test(text)) return { number: text, reason: null };
  return { number: null, reason: text as WithheldReason };
}
