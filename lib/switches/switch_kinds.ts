import { PBX416_KIND } from "./pbx416/pbx416_kind.ts";
import type { DeliveredTelephone, StoredLine, SwitchKind } from "./switch_kind.ts";
import { VIRTUAL_KIND } from "./virtual_pbx/virtual_kind.ts";

/** Every kind of switch that a line can lead to; the first one that is at a line is its. */
export const SWITCH_KINDS: readonly SwitchKind[] = [VIRTUAL_KIND, PBX416_KIND];

/** What a line is taken for as long as an office has said nothing of it. */
export const USUAL_LINE: StoredLine = { device: "", dialect: "416" };

/** The kind of the switch of a line. Throws a RangeError where no kind is at it. */
export function kindOf(line: StoredLine): SwitchKind {
  const kind = SWITCH_KINDS.find(({ isAt }) => isAt(line));
  if (kind === undefined) throw new RangeError(`no kind of switch is at ${line.device}`);
  return kind;
}

/** The trunks of a line, by name and in their order. */
export function trunksOfLine(line: StoredLine): readonly string[] {
  return kindOf(line).trunks(line);
}

/** The telephones of a line as it is delivered. */
export function telephonesOfLine(line: StoredLine): readonly DeliveredTelephone[] {
  return kindOf(line).telephones(line);
}
