// @ts-check
/** Keys of a page: `/` to the search, `j` and `k` through a list, digits for candidates; and a list's side panel. */
import { all, around, find, need } from "./elements.js";
import { ask, onSwap } from "./htmx.js";
import { on } from "../shell/page_events.js";
import { isTyping } from "./typing.js";

/** Whether the panel that is on its way was asked for by Enter: who works by keys goes into it. */
let byKey = false;

export function startListKeys() {
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => {
    // A click that no pointer made has no place in the count of clicks.
    if (around(event, ".row_link")) byKey = event.detail === 0;
  });
  document.addEventListener("click", closePanel);
  onSwap((place) => {
    if (place?.id === "panel" || place?.id === "call-list") showSelected();
    if (place?.id !== "panel") return;
    if (byKey) need("#panel").focus();
    byKey = false;
  });
  on("customer-linked", (_, event) => reloadPanel(event));
  showSelected();
}

/** @param {KeyboardEvent} event */
function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && around(event, "#search")) return need("#search").blur();
  if (event.target instanceof Element && isTyping(event.target)) return;
  if (event.key === "Escape" && around(event, "#panel, .row_link")) {
    return find("[data-close-panel]")?.click();
  }
  if (event.key === "/") return act(event, () => need("#search").focus());
  // By the key's place: under a Korean layout `j` gives a letter of its own.
  if (event.code === "KeyJ") return act(event, () => step(1));
  if (event.code === "KeyK") return act(event, () => step(-1));
  const candidate = find(`[data-candidate="${CSS.escape(event.key)}"]`);
  if (candidate !== null) act(event, () => candidate.click());
}

/**
 * @param {Event} event
 * @param {() => void} action
 */
function act(event, action) {
  event.preventDefault();
  action();
}

/** @param {1 | -1} by */
function step(by) {
  const links = all("[data-list] .row_link");
  const within = document.activeElement?.closest("#panel") ? ".selected .row_link" : ":focus";
  const now = links.findIndex((link) => link.matches(within));
  const next = links[now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))];
  next?.focus();
}

function showSelected() {
  const call = find("[data-panel-call]")?.dataset.panelCall;
  find(".list_page")?.classList.toggle("with_panel", call !== undefined);
  for (const row of all("[data-call-row]")) {
    row.classList.toggle("selected", row.dataset.callRow === call);
  }
}

/** @param {Event} event */
function closePanel(event) {
  const link = around(event, "[data-close-panel]");
  if (link === null) return;
  event.preventDefault();
  need("#panel").replaceChildren();
  history.replaceState(history.state, "", link.getAttribute("href"));
  const row = find(".selected .row_link");
  showSelected();
  row?.focus();
}

/** @param {Event} event */
function reloadPanel(event) {
  const url = around(event, "[data-then-panel]")?.dataset.thenPanel;
  if (url !== undefined) ask("GET", url, { target: "#panel", swap: "innerHTML" });
}
