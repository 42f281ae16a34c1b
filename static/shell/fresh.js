// @ts-check
/**
 * A page of which somebody else has changed what it shows: it asks for itself anew, but never takes away what is being
 * written, or moves a list under somebody's eyes; then a line says so and offers to.
 */
import { all, around, find, need } from "../components/elements.js";
import { ask } from "../components/htmx.js";
import { eventPlace } from "./event_place.js";
import { on } from "./page_events.js";
import { isTyping } from "../components/typing.js";

const SETTLE_MS = 300;
const AT_THE_TOP_PX = 40;

/** @type {number | undefined} */
let settling;
/** Whether all that has come since the last time was done by whoever sits here. */
let ownOnly = true;
/** Nobody looks: it is done when somebody does. */
let waits = false;

/** @type {import("./regions.js").Mount} */
export function mount(main, life) {
  on("changed", (change) => {
    if (concerns(main, change)) refreshSoon(main, isOwn(change));
    if (change.kind === "list_word") refreshPresence();
    if (isAboutMe(change)) startAnew(main);
  }, life);
  on("live:connected", ({ missed }) => {
    if (missed && main.dataset.hears !== undefined) refreshSoon(main, false);
  }, life);
  document.addEventListener("visibilitychange", () => {
    if (waits && document.visibilityState === "visible") refresh(main);
  }, life);
  main.addEventListener("click", (event) => {
    if (around(event, "[data-reload]")) location.reload();
  }, life);
  on("page:shown", () => {
    clearTimeout(settling);
    [ownOnly, waits] = [true, false];
  }, life);
  life.signal.addEventListener("abort", () => clearTimeout(settling));
}

/**
 * Somebody else has changed the account of whoever sits here: what the whole page offers may be different.
 * @param {import("../../lib/live/live_event.ts").ChangedMessage} change
 */
function isAboutMe(change) {
  const { kind, id } = change;
  return kind === "staff" && id === document.documentElement.dataset.person && !isOwn(change);
}

/** @param {HTMLElement} main */
function startAnew(main) {
  if (isBusy(main)) showStale();
  else location.reload();
}

/** The reasons for a break stand in its menu. */
function refreshPresence() {
  const presence = find("#presence:not([open])");
  if (presence !== null) ask("GET", "/presence", { target: presence, swap: "outerHTML" });
}

/** Says that what the page shows was changed. */
export function showStale() {
  need("#stale").hidden = false;
}

/**
 * Whether it was done by whoever sits here, in this tab or another: what is written here knows of it by itself.
 * @param {import("../../lib/live/live_event.ts").ChangedMessage} change
 */
export function isOwn({ by }) {
  return by !== null && String(by) === document.documentElement.dataset.person;
}

/**
 * What was changed before the page was made stands in it.
 * @param {HTMLElement} main
 * @param {import("./page_events.js").Change} change
 */
function concerns(main, { kind, customerId, place }) {
  const { hears = "", customer, told } = main.dataset;
  if (!hears.split(" ").includes(kind) || place <= eventPlace(told)) return false;
  return customer === undefined || customerId === null || String(customerId) === customer;
}

/**
 * @param {HTMLElement} main
 * @param {boolean} own
 */
function refreshSoon(main, own) {
  ownOnly &&= own;
  clearTimeout(settling);
  settling = setTimeout(() => refresh(main), SETTLE_MS);
}

/** @param {HTMLElement} main */
function refresh(main) {
  waits = document.visibilityState === "hidden";
  if (waits) return;
  // A part of the page has been asked for, by itself or by somebody: the answer comes first.
  if (find(".htmx-request", main) !== null) return refreshSoon(main, ownOnly);
  const own = ownOnly;
  ownOnly = true;
  if (!isBusy(main)) {
    // The whole page, whatever its handler answers to other requests for a part.
    const headers = { "HX-Boosted": "true" };
    const { pathname, search } = location;
    ask("GET", pathname + search, {
      source: main,
      target: main,
      select: "#main",
      swap: "outerMorph",
      headers,
    });
  } else if (!own) showStale();
}

/** @param {HTMLElement} main */
function isBusy(main) {
  const { activeElement } = document;
  // What was sent and not taken, or a link that is shown once, stands on this page alone.
  if (main.dataset.onlyHere !== undefined) return true;
  if (main.contains(activeElement) && isTyping(activeElement)) return true;
  // A note that is saved while it is written is compared by itself.
  if (find("dialog[open], form[data-note]", main) !== null) return true;
  const scrolled = [main, ...all(".list_side", main)].some((one) => one.scrollTop > AT_THE_TOP_PX);
  return (scrolled && find("[data-list]", main) !== null) ||
    all("form", main).some((form) => form instanceof HTMLFormElement && hasTyped(form));
}

/** @param {HTMLFormElement} form */
function hasTyped(form) {
  return [...form.elements].some((one) => {
    if (one instanceof HTMLTextAreaElement) return one.value !== one.defaultValue;
    if (one instanceof HTMLSelectElement) return isChosen(one);
    if (!(one instanceof HTMLInputElement)) return false;
    if (one.type === "checkbox" || one.type === "radio") return one.checked !== one.defaultChecked;
    return one.type === "file" ? one.value !== "" : one.value !== one.defaultValue;
  });
}

/** @param {HTMLSelectElement} select */
function isChosen(select) {
  const options = [...select.options];
  const first = options.find((one) => one.defaultSelected) ?? options[0];
  return !select.multiple && first !== undefined && !first.selected;
}
