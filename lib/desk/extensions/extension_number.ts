import type { Store } from "../../store/database.ts";
import { lineSettings } from "../../store/line_settings.ts";
import { telephonesOfLine } from "../../switches/switch_kinds.ts";

/** Whether an extension may have this number. A zero stands in front only where a switch of this office calls one so. */
export function isExtensionNumber(store: Store, number: string): boolean {
  if (!/^\d{1,6}$/.test(number)) return false;
  if (number === "0" || !number.startsWith("0")) return true;
  return lineSettings(store).some((line) =>
    telephonesOfLine(line).some((telephone) => telephone.number === number)
  );
}
