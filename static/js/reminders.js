/** Promised calls whose time has come: a desktop notification each, once in this browser. */
import { leads, standFor } from "./leader.js";

const KEY = "belltower:reminded";
const MOST_KEPT = 200;

export function startReminders() {
  const region = document.getElementById("reminders");
  standFor("reminders");
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx.target;
    // A selector still where the button that asked has gone meanwhile.
    if (target instanceof Node && region.contains(target)) notifyNew(region);
  });
}

function notifyNew(region) {
  if (!leads("reminders") || !("Notification" in globalThis)) return;
  if (Notification.permission !== "granted") return;
  const told = JSON.parse(localStorage.getItem(KEY) ?? "[]");
  for (const one of region.querySelectorAll("[data-reminder]")) {
    // With its time: a promise that was put off reminds again.
    const id = `${one.dataset.reminder} ${one.querySelector("time").dateTime}`;
    if (told.includes(id)) continue;
    told.push(id);
    notify(one);
  }
  localStorage.setItem(KEY, JSON.stringify(told.slice(-MOST_KEPT)));
}

function notify(one) {
  const title = `${one.querySelector(".badge").textContent.trim()}: ${one.dataset.name}`;
  const notice = new Notification(title, {
    body: one.dataset.text,
    tag: `reminder-${one.dataset.reminder}`,
  });
  notice.addEventListener("click", () => {
    focus();
    location.assign(one.querySelector("a.button").href);
  });
}
