/** Keys of a page: `/` to the search, `j` and `k` through a list, digits for candidates; and a list's side panel. */
import { on } from "./page_events.js";
import { isTyping } from "./typing.js";

/** Whether the panel that is on its way was asked for by Enter: who works by keys goes into it. */
let byKey = false;

export function startListKeys() {
  document.addEventListener("keydown", press);
  document.addEventListener("click", (event) => {
    // A click that no pointer made has no place in the count of clicks.
    if (event.target.closest?.(".row_link")) byKey = event.detail === 0;
  });
  document.addEventListener("click", closePanel);
  document.addEventListener("htmx:after:swap", (event) => {
    const place = event.detail.ctx.target?.id;
    if (["panel", "call-list"].includes(place)) showSelected();
    if (place === "panel" && byKey) document.getElementById("panel").focus();
    if (place === "panel") byKey = false;
  });
  on("customer-linked", (_, event) => reloadPanel(event));
  showSelected();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && event.target.id === "search") return event.target.blur();
  if (isTyping(event.target)) return;
  if (event.key === "Escape" && event.target.closest("#panel, .row_link")) {
    return document.querySelector("[data-close-panel]")?.click();
  }
  if (event.key === "/") return act(event, () => document.getElementById("search").focus());
  // By the key's place: under a Korean layout `j` gives a letter of its own.
  if (event.code === "KeyJ") return act(event, () => step(1));
  if (event.code === "KeyK") return act(event, () => step(-1));
  const candidate = document.querySelector(`[data-candidate="${CSS.escape(event.key)}"]`);
  if (candidate !== null) act(event, () => candidate.click());
}

function act(event, action) {
  event.preventDefault();
  action();
}

function step(by) {
  const links = [...document.querySelectorAll("[data-list] .row_link")];
  const within = document.activeElement.closest("#panel") ? ".selected .row_link" : ":focus";
  const now = links.findIndex((link) => link.matches(within));
  const next = links[now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))];
  next?.focus();
}

function showSelected() {
  const call = document.querySelector("[data-panel-call]")?.dataset.panelCall;
  document.querySelector(".list_page")?.classList.toggle("with_panel", call !== undefined);
  for (const row of document.querySelectorAll("[data-call-row]")) {
    row.classList.toggle("selected", row.dataset.callRow === call);
  }
}

function closePanel(event) {
  const link = event.target.closest("[data-close-panel]");
  if (link === null) return;
  event.preventDefault();
  document.getElementById("panel").replaceChildren();
  history.replaceState(history.state, "", link.getAttribute("href"));
  const row = document.querySelector(".selected .row_link");
  showSelected();
  row?.focus();
}

function reloadPanel(event) {
  const url = event.target.closest?.("[data-then-panel]")?.dataset.thenPanel;
  if (url !== undefined) htmx.ajax("GET", url, { target: "#panel", swap: "innerHTML" });
}
