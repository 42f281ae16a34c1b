// @ts-check
/** The call list follows the calls while its head is in sight: nothing moves under somebody who has scrolled down. */
import { need } from "../components/elements.js";
import { on, tell } from "../shell/page_events.js";

const AT_THE_TOP_PX = 40;
const SETTLE_MS = 300;
/** @type {ReadonlySet<import("../../lib/domain/event.ts").ChangedKind>} */
const SHOWN = new Set(["customer", "consultation"]);

/** @type {import("../shell/regions.js").Mount} */
export function mount(side, life) {
  /** @type {number | undefined} */
  let settling;
  const refresh = () => {
    if (side.scrollTop < AT_THE_TOP_PX) tell("list:refresh", {}, need("#call-list", side));
  };
  const refreshSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(refresh, SETTLE_MS);
  };
  on("call", refreshSoon, life);
  on("changed", ({ kind }) => {
    if (SHOWN.has(kind)) refreshSoon();
  }, life);
  on("live:connected", refreshSoon, life);
  life.signal.addEventListener("abort", () => clearTimeout(settling));
}
