/**
 * The call list follows the calls while its head is in sight. Who has scrolled down or loaded more is reading: nothing
 * moves then.
 */
import { on, tell } from "./page_events.js";

const AT_THE_TOP_PX = 40;
const SETTLE_MS = 300;

export function startLiveList() {
  const side = document.querySelector(".list_side:has(#call-list)");
  if (side === null) return;
  let settling = null;
  let loadedMore = false;
  const refresh = () => {
    if (side.scrollTop < AT_THE_TOP_PX && !loadedMore) {
      tell("list:refresh", {}, document.getElementById("call-list"));
    }
  };
  const refreshSoon = () => {
    clearTimeout(settling);
    settling = setTimeout(refresh, SETTLE_MS);
  };
  on("call", refreshSoon);
  on("live:connected", refreshSoon);
  side.addEventListener("htmx:after:swap", (event) => {
    if (event.detail.ctx.target?.matches?.("tr.more")) loadedMore = true;
  });
}
