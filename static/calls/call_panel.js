// @ts-check
/** The panel beside the call list: which row it shows, how it closes, and where the cursor is then. */
import { all, around, find, need } from "../components/elements.js";
import { ask, onSwap } from "../components/htmx.js";
import { replaceAddress } from "../shell/address.js";
import { on } from "../shell/page_events.js";
import { isTyping } from "../components/typing.js";

/**
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(page, life) {
  /** Whether the panel that is on its way was asked for by Enter: who works by keys goes into it. */
  let byKey = false;
  page.addEventListener("click", (event) => {
    // A click that no pointer made has no place in the count of clicks.
    if (around(event, ".row_link")) byKey = event.detail === 0;
    closePanel(page, event);
  }, life);
  page.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.isComposing || isTyping()) return;
    if (around(event, "#panel, .row_link")) find("[data-close-panel]", page)?.click();
  }, life);
  onSwap((place) => {
    if (place?.id === "panel" || place?.id === "call-list") showSelected(page);
    if (place?.id !== "panel") return;
    if (byKey) need("#panel").focus();
    byKey = false;
  }, life);
  on("customer-linked", (_, event) => {
    const url = around(event, "[data-then-panel]")?.dataset.thenPanel;
    if (url !== undefined) {
      ask("GET", url + location.search, { target: "#panel", swap: "innerHTML" });
    }
  }, life);
  showSelected(page);
}

/** @param {HTMLElement} page */
function showSelected(page) {
  const call = find("[data-panel-call]", page)?.dataset.panelCall;
  page.classList.toggle("with_panel", call !== undefined);
  for (const row of all("[data-call-row]", page)) {
    row.classList.toggle("selected", row.dataset.callRow === call);
  }
}

/**
 * @param {HTMLElement} page
 * @param {Event} event
 */
function closePanel(page, event) {
  const link = around(event, "[data-close-panel]");
  if (link === null) return;
  event.preventDefault();
  need("#panel", page).replaceChildren();
  replaceAddress(link.getAttribute("href") ?? "");
  const row = find(".selected .row_link", page);
  showSelected(page);
  row?.focus();
}
