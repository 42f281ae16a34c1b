// @ts-check
/** The call list follows the calls while its head is in sight: nothing moves under somebody who has scrolled down. */
import { find, need } from "./elements.js";
import { on, tell } from "../shell/page_events.js";

const AT_THE_TOP_PX = 40;
const SETTLE_MS = 300;
/** @type {ReadonlySet<import("../../lib/domain/event.ts").ChangedKind>} */
const SHOWN = new Set(["customer", "consultation"]);

export function startLiveList() {
  const side = find(".list_side:has(#call-list)");
  if (side === null) return;
  /** @type {number | undefined} */
  let settling;
  const refresh = () => {
    if (side.scrollTop < AT_THE_TOP_PX) tell("list:refresh", {}, need("#call-list"));
  };
  const refreshSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(refresh, SETTLE_MS);
  };
  on("call", refreshSoon);
  on("changed", ({ kind }) => {
    if (SHOWN.has(kind)) refreshSoon();
  });
  on("live:connected", refreshSoon);
}
