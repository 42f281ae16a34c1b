// @ts-check
/** Promised calls and tasks whose time has come: a desktop notification each, once in this browser. */
import { all, need, needA } from "../components/elements.js";
import { ask, onSwap } from "../components/htmx.js";
import { leads, standFor } from "../shell/leader.js";
import { on } from "../shell/page_events.js";

const KEY = "belltower:reminded";
const MOST_KEPT = 200;

/** @type {import("../shell/regions.js").Mount} */
export function mount(region, life) {
  standFor("reminders");
  on("work", () => {
    // Somebody may have done what a reminder is of, or put it off.
    if (region.childElementCount > 0) {
      ask("GET", "/reminders", { target: "#reminders", swap: "innerMorph" });
    }
  }, life);
  onSwap((place) => {
    if (region.contains(place)) notifyNew(region);
  }, life);
  notifyNew(region);
}

/** @param {HTMLElement} region */
function notifyNew(region) {
  if (!leads("reminders") || !("Notification" in globalThis)) return;
  if (Notification.permission !== "granted") return;
  /** @type {string[]} */
  const told = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  for (const one of all("[data-reminder]", region)) {
    // With its time: a promise that was put off reminds again.
    const id = `${one.dataset.reminder} ${needA(HTMLTimeElement, "time", one).dateTime}`;
    if (told.includes(id)) continue;
    told.push(id);
    notify(one);
  }
  localStorage.setItem(KEY, JSON.stringify(told.slice(-MOST_KEPT)));
}

/** @param {HTMLElement} one */
function notify(one) {
  const { reminder, name, text = "" } = one.dataset;
  const title = `${need(".badge", one).textContent.trim()}: ${name}`;
  const notice = new Notification(title, { body: text, tag: `reminder-${reminder}` });
  notice.addEventListener("click", () => {
    focus();
    location.assign(needA(HTMLAnchorElement, "a.button", one).href);
  });
}
