// @ts-check
/**
 * The pop-ups at the lower right. The server says what rings; this page adds what only a browser can: keys,
 * sound, the tab's title, a notification, and hiding what the person has seen.
 */
import { openCallDetail } from "./detail.js";
import { all, around, find } from "../components/elements.js";
import { ask, onSwap } from "../components/htmx.js";
import { on } from "../shell/page_events.js";
import { prepareNotices, showNotices } from "./ring_notice.js";
import { prepareSound, startRing, stopRing } from "../office/ring_sound.js";
import { word } from "../components/words.js";

const ANSWERED_STAYS_MS = 4000;
const HIDDEN = "belltower:hidden_popups";
const KEEP_HIDDEN = 50;

/** @type {Set<string>} */
const leaving = new Set();
let pageTitle = document.title;

/** @type {import("../shell/regions.js").Mount} */
export function mount(region, life) {
  prepareSound(life);
  prepareNotices();
  onSwap((place) => {
    if (region.contains(place)) refresh(region);
  }, life);
  on("page:shown", () => refresh(region), life);
  on("changed", ({ kind }) => {
    if (kind !== "customer" || region.childElementCount === 0) return;
    ask("GET", "/popups", { source: region, target: region, swap: "innerMorph" });
  }, life);
  region.addEventListener("click", (event) => {
    const hide = around(event, "[data-hide-popup]");
    if (hide !== null) hideCalls(region, [hide.dataset.hidePopup ?? ""]);
    const open = around(event, "[data-open-popup]");
    if (open !== null && openCallDetail(open.dataset.detailUrl ?? "")) event.preventDefault();
  }, life);
  document.addEventListener("keydown", (event) => press(region, event), {
    ...life,
    capture: true,
  });
  life.signal.addEventListener("abort", stopRing);
  refresh(region);
}

/**
 * Alt and a digit, wherever the cursor is: by the key's place, since Option makes other letters on a Mac.
 * @param {HTMLElement} region
 * @param {KeyboardEvent} event
 */
function press(region, event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const digit = /^(?:Digit|Numpad)([0-3])$/.exec(event.code)?.[1];
  if (digit === undefined) return;
  const popups = visible(region);
  if (popups.length === 0) return;
  if (digit === "0") {
    event.preventDefault();
    return hideCalls(region, popups.map(callOf));
  }
  const link = find(`[data-popup]:not([hidden]) [data-open-popup="${digit}"]`, region);
  if (link === null) return;
  event.preventDefault();
  link.click();
}

/** @param {HTMLElement} popup */
function callOf(popup) {
  return popup.dataset.popup ?? "";
}

/** @param {HTMLElement} region */
function visible(region) {
  return all("[data-popup]", region).filter((popup) => !popup.hidden);
}

/** @param {HTMLElement} region */
function refresh(region) {
  const hidden = hiddenCalls();
  for (const popup of all("[data-popup]", region)) {
    popup.hidden = hidden.includes(callOf(popup));
    if (popup.dataset.ringing === "false") leave(region, callOf(popup));
  }
  const ringing = visible(region).filter((popup) => popup.dataset.ringing === "true");
  region.classList.toggle("some_ring", ringing.length > 0);
  const own = ringing.filter((popup) => popup.dataset.own === "true");
  if (own.length > 0) startRing();
  else stopRing();
  showTitle(own);
  showNotices(own.map(describe));
}

/**
 * @param {HTMLElement} region
 * @param {string} callId
 */
function leave(region, callId) {
  if (leaving.has(callId)) return;
  leaving.add(callId);
  setTimeout(() => hideCalls(region, [callId]), ANSWERED_STAYS_MS);
}

/** @param {HTMLElement} popup */
function describe(popup) {
  const { name = "", number = "", extensions = "" } = popup.dataset;
  return {
    id: callOf(popup),
    title: name || number || word("withheld"),
    body: [name ? number : "", `${word("ringing")} ${extensions}`].filter(Boolean).join(" · "),
  };
}

/** @param {readonly HTMLElement[]} own */
function showTitle(own) {
  if (!document.title.startsWith("☎ ")) pageTitle = document.title;
  const newest = own.at(-1);
  const title = newest === undefined ? pageTitle : `☎ ${describe(newest).title} · ${pageTitle}`;
  if (document.title !== title) document.title = title;
}

/**
 * @param {HTMLElement} region
 * @param {readonly string[]} callIds
 */
function hideCalls(region, callIds) {
  const hidden = [...hiddenCalls(), ...callIds].slice(-KEEP_HIDDEN);
  sessionStorage.setItem(HIDDEN, JSON.stringify(hidden));
  refresh(region);
}

/** @returns {string[]} */
function hiddenCalls() {
  return JSON.parse(sessionStorage.getItem(HIDDEN) ?? "[]");
}
