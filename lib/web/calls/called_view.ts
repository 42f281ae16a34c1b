import type { Call } from "../../domain/call.ts";
import { formatNumber } from "../../domain/phone_number.ts";
import { trunkOf } from "../../store/trunks.ts";
import type { CalledView } from "./call_data.ts";
import type { Visit } from "../visit.ts";

/** Which of the office's numbers was called; null for a call that did not come from outside, and where nobody knows. */
export function calledView({ store, web }: Visit, call: Call): CalledView | null {
  const { direction, line, trunk, called } = call;
  if (direction !== "in") return null;
  const known = trunk === null ? null : trunkOf(store, line, trunk);
  if (called !== null) {
    return { label: known?.label ?? "", number: formatNumber(called, web.office.numbering) };
  }
  if (known === null || (known.label === "" && known.number === "")) return null;
  return { label: known.label, number: formatNumber(known.number, web.office.numbering) };
}
