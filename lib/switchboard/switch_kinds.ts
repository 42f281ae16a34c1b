import type { Store } from "../store/database.ts";
import type { Line } from "../store/lines.ts";
import { listStaff } from "../store/staff.ts";
import { trialCallers } from "../store/trial_callers.ts";
import { type Dialect, DIALECTS } from "../switches/pbx416/dialect/dialect.ts";
import { storedDialect } from "../switches/pbx416/dialect/stored_dialect.ts";
import { Pbx416 } from "../switches/pbx416/pbx416.ts";
import { DescriptorCell } from "../switches/serial/posix/descriptor_cell.ts";
import type { LapseLimits, Switch } from "../switches/switch.ts";
import type { OfficeDayOptions } from "../switches/virtual_pbx/office_day.ts";
import { VIRTUAL_DEVICE } from "../switches/virtual_pbx/virtual_device.ts";
import { VirtualSwitch } from "../switches/virtual_pbx/virtual_switch.ts";

/** What happens at a virtual PBX, where it is not what an office tries Belltower out with. */
export type VirtualDay = Pick<OfficeDayOptions, "callsPerMinute" | "extensions" | "numbers">;

export interface SwitchOptions {
  readonly virtualDay?: VirtualDay | null;
  /** Keeps the open device, for whoever ends this thread. */
  readonly cell?: DescriptorCell;
}

/**
 * How long a call goes on of a line that is not open: its dialect is not asked, it may be the reason why the line is not.
 */
export const CLOSED_LINE_LIMITS: LapseLimits = DIALECTS["416"]!.timings;

/** Few enough to try things out in between; who has just switched it on sees the first one at once. */
const CALLS_PER_MINUTE = 3;
const FIRST_AFTER_S = 2;
/** Phones that ring although nobody has them: an office that has no agents yet sees calls too. */
const PHONES = 4;

/**
 * The switch of a line, not started: a 416 at its device, or the virtual one. Throws DialectError for a stored dialect
 * that is none.
 */
export function switchOf(
  line: Line,
  store: Store,
  { virtualDay = null, cell = new DescriptorCell() }: SwitchOptions = {},
): Switch {
  const dialect = storedDialect(line.dialect);
  if (line.device !== VIRTUAL_DEVICE) {
    return new Pbx416({ kind: "device", path: line.device }, dialect, cell);
  }
  const day = () => ({
    seed: crypto.getRandomValues(new Uint32Array(1))[0]!,
    trunks: dialect.trunks,
    ...(virtualDay ?? trialDay(store, line.id, dialect)),
  });
  const play = () => ({ kind: "day", options: day() }) as const;
  return new VirtualSwitch({ dialect, speed: 1, play, cell });
}

function trialDay(store: Store, lineId: number, dialect: Dialect) {
  return {
    callsPerMinute: CALLS_PER_MINUTE,
    firstAfter: FIRST_AFTER_S,
    extensions: trialExtensions(store, lineId, dialect),
    numbers: trialCallers(store),
  };
}

/** The phones that agents have on the line, and a few others. */
function trialExtensions(store: Store, lineId: number, dialect: Dialect): string[] {
  const agents = listStaff(store).flatMap(({ extensions }) => extensions)
    .filter(({ line }) => line === null || line === lineId).map(({ number }) => number);
  const known = agents.filter((extension) => dialect.extensions.includes(extension));
  return [...new Set([...known, ...dialect.extensions.slice(0, PHONES)])];
}
