/**
 * The pop-ups at the lower right. The server says what rings; this page adds what only a browser can: keys,
 * sound, the tab's title, a notification, and hiding what the person has seen.
 */
import { openCallDetail } from "./detail.js";
import { prepareNotices, showNotices } from "./ring_notice.js";
import { prepareSound, startRing, stopRing } from "./ring_sound.js";

const ANSWERED_STAYS_MS = 4000;
const HIDDEN = "belltower:hidden_popups";
const KEEP_HIDDEN = 50;

const leaving = new Set();
let pageTitle = document.title;

export function startPopups() {
  const region = document.getElementById("popups");
  prepareSound();
  prepareNotices();
  region.addEventListener("htmx:after:swap", () => refresh(region));
  document.addEventListener("click", (event) => {
    const hide = event.target.closest("[data-hide-popup]");
    if (hide !== null) hideCalls(region, [hide.dataset.hidePopup]);
    const open = event.target.closest("[data-open-popup]");
    if (open !== null && openCallDetail(open.dataset.detailUrl)) event.preventDefault();
  });
  document.addEventListener("keydown", (event) => press(region, event), true);
}

/** Alt and a digit, wherever the cursor is: by the key's place, since Option makes other letters on a Mac. */
function press(region, event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const digit = /^(?:Digit|Numpad)([0-3])$/.exec(event.code)?.[1];
  if (digit === undefined) return;
  const popups = visible(region);
  if (popups.length === 0) return;
  if (digit === "0") {
    event.preventDefault();
    return hideCalls(region, popups.map((popup) => popup.dataset.popup));
  }
  const link = region.querySelector(`[data-open-popup="${digit}"]`);
  if (link === null || link.closest("[data-popup]").hidden) return;
  event.preventDefault();
  link.click();
}

function visible(region) {
  return [...region.querySelectorAll("[data-popup]")].filter((popup) => !popup.hidden);
}

function refresh(region) {
  const hidden = hiddenCalls();
  for (const popup of region.querySelectorAll("[data-popup]")) {
    popup.hidden = hidden.includes(popup.dataset.popup);
    if (popup.dataset.ringing === "false") leave(region, popup.dataset.popup);
  }
  const ringing = visible(region).filter((popup) => popup.dataset.ringing === "true");
  region.classList.toggle("some_ring", ringing.length > 0);
  const own = ringing.filter((popup) => popup.dataset.own === "true");
  if (own.length > 0) startRing();
  else stopRing();
  showTitle(own);
  showNotices(own.map(describe));
}

function leave(region, callId) {
  if (leaving.has(callId)) return;
  leaving.add(callId);
  setTimeout(() => hideCalls(region, [callId]), ANSWERED_STAYS_MS);
}

function describe(popup) {
  const { popup: id, name, number, extensions } = popup.dataset;
  const words = document.getElementById("words").dataset;
  return {
    id,
    title: name || number || words.withheld,
    body: [name ? number : "", `${words.ringing} ${extensions}`].filter(Boolean).join(" · "),
  };
}

function showTitle(own) {
  if (!document.title.startsWith("☎ ")) pageTitle = document.title;
  const newest = own.at(-1);
  const title = newest === undefined ? pageTitle : `☎ ${describe(newest).title} · ${pageTitle}`;
  if (document.title !== title) document.title = title;
}

function hideCalls(region, callIds) {
  const hidden = [...hiddenCalls(), ...callIds].slice(-KEEP_HIDDEN);
  sessionStorage.setItem(HIDDEN, JSON.stringify(hidden));
  refresh(region);
}

function hiddenCalls() {
  return JSON.parse(sessionStorage.getItem(HIDDEN) ?? "[]");
}
