import type { Store } from "../store/database.ts";
import type { Line } from "../store/lines.ts";
import { listStaff } from "../store/staff.ts";
import { trialCallers } from "../store/trial_callers.ts";
import { DescriptorCell } from "../switches/serial/posix/descriptor_cell.ts";
import type { Switch } from "../switches/switch.ts";
import type { SwitchWorld } from "../switches/switch_kind.ts";
import { kindOf } from "../switches/switch_kinds.ts";

/** The switch of a line, not started. Throws as its kind does for a line that is stored in words that are none. */
export function switchOf(
  line: Line,
  store: Store,
  { day = null, cell = new DescriptorCell() }: Partial<Pick<SwitchWorld, "day" | "cell">> = {},
): Switch {
  return kindOf(line).make(line, {
    day,
    cell,
    telephones: () => telephonesOfAgents(store, line.id),
    callers: () => trialCallers(store),
  });
}

/** By number, on this line or on every one. */
function telephonesOfAgents(store: Store, lineId: number): string[] {
  return listStaff(store).flatMap(({ extensions }) => extensions)
    .filter(({ line }) => line === null || line === lineId).map(({ number }) => number);
}
