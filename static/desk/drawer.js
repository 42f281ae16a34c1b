// @ts-check
import { all, around, find, need } from "../components/elements.js";
import { on, tell } from "../shell/page_events.js";

/**
 * The drawer in which the card stands on every page but the desk: folded and unfolded, with its customer beside it.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(drawer, life) {
  drawer.addEventListener("click", (event) => {
    const button = around(event, "[data-drawer]");
    if (button === null) return;
    if (button.dataset.drawer === "detail") toggleDetail(drawer);
    else drawer.classList.toggle("folded", button.dataset.drawer === "fold");
  }, life);
  on("card:changed", () => drawer.classList.remove("folded"), life);
}

/** @param {HTMLElement} drawer */
function toggleDetail(drawer) {
  const detail = need(".drawer_detail", drawer);
  detail.hidden = !detail.hidden;
  drawer.classList.toggle("detail_open", !detail.hidden);
  for (const button of all("[data-drawer=detail]", drawer)) {
    button.setAttribute("aria-expanded", String(!detail.hidden));
  }
  const { call = null } = find(".call_card", drawer)?.dataset ?? {};
  if (!detail.hidden) tell("detail:wanted", { call });
}
