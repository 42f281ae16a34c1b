/**
 * Running times: `<span data-since="2026-11-21T05:03:22.000Z">` shows how long that is ago, on the second. The server's
 * clock counts: what this computer's is off by is learned from the stream.
 */
import { on } from "./page_events.js";

let ahead = 0;

export function startClock() {
  tick();
  document.addEventListener("htmx:after:swap", showAll);
  on("live:connected", setClock);
  on("beat", setClock);
}

function setClock({ now }) {
  if (now !== undefined) ahead = now - Date.now();
}

/** Milliseconds since the epoch by the server's clock. */
export function serverNow() {
  return Date.now() + ahead;
}

/** `14:03`, or `14:03:22` with seconds, in this browser's time. */
export function clockTime(at, seconds = false) {
  const date = new Date(at);
  const parts = [date.getHours(), date.getMinutes()];
  if (seconds) parts.push(date.getSeconds());
  return parts.map(twoDigits).join(":");
}

function tick() {
  showAll();
  setTimeout(tick, 1000 - serverNow() % 1000);
}

/** Brings every time on the page up to date: after something new was put in. */
export function showAll() {
  for (const place of document.querySelectorAll("[data-since]")) {
    const text = duration(serverNow() - Date.parse(place.dataset.since));
    if (place.textContent !== text) place.textContent = text;
  }
  for (const place of document.querySelectorAll("[data-clock-time]")) {
    const text = clockTime(place.dateTime, true);
    if (place.textContent !== text) place.textContent = text;
  }
}

function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

function twoDigits(number) {
  return String(number).padStart(2, "0");
}
