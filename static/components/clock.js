// @ts-check
/**
 * Running times: `<span data-since="2026-11-21T05:03:22.000Z">` shows how long that is ago, on the second. The server's
 * clock counts: what this computer's is off by is learned from the stream.
 */
import { all } from "./elements.js";
import { onSwap } from "./htmx.js";
import { on } from "../shell/page_events.js";

let ahead = 0;

/** @type {import("../shell/regions.js").Mount} */
export function mount(_body, life) {
  /** @type {number | undefined} */
  let next;
  const tick = () => {
    showAll();
    next = setTimeout(tick, 1000 - serverNow() % 1000);
  };
  tick();
  onSwap(showAll, life);
  on("page:shown", showAll, life);
  on("beat", setClock, life);
  life.signal.addEventListener("abort", () => clearTimeout(next));
}

/** @param {{ readonly now: number }} told by the server's clock */
function setClock({ now }) {
  ahead = now - Date.now();
}

/** Milliseconds since the epoch by the server's clock. */
export function serverNow() {
  return Date.now() + ahead;
}

/**
 * `14:03` in this browser's time: for what this browser alone knows.
 * @param {number} at
 */
export function clockTime(at) {
  const date = new Date(at);
  return `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
}

/** Brings every time on the page up to date: after something new was put in. */
export function showAll() {
  for (const place of all("[data-since]")) {
    const text = duration(serverNow() - Date.parse(place.dataset.since ?? ""));
    if (place.textContent !== text) place.textContent = text;
  }
}

/** @param {number} ms */
function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  const rest = `${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest;
}

/** @param {number} number */
function twoDigits(number) {
  return String(number).padStart(2, "0");
}
