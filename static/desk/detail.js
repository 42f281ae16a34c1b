// @ts-check
/**
 * The right side: the customer of the call on the card, or my day. It follows the card and the calls, but never takes a
 * form away from somebody who types in it: then a line offers to change over.
 */
import { all, find, need, needA } from "../components/elements.js";
import { isOwn, showStale } from "../shell/fresh.js";
import { hasUnsaved } from "../components/form_guard.js";
import { ask, onSwap } from "../components/htmx.js";
import { on } from "../shell/page_events.js";
import { focusIsFree, isComposing } from "../components/typing.js";

const SETTLE_MS = 250;
/** @type {ReadonlySet<import("../../lib/domain/event.ts").ChangedKind>} */
const SHOWN = new Set(["customer", "consultation", "attachment", "field", "list_word"]);
let waitingUrl = "";
/** What the right side shows, or is about to show. */
let wantedUrl = "/detail";
/** @type {number | undefined} */
let settling;

/** @type {import("../shell/regions.js").Mount} */
export function mount(region, life) {
  wantedUrl = shownUrl(region);
  on("card:changed", ({ call }) => show(region, urlOf(call)), life);
  on("detail:wanted", ({ call }) => show(region, urlOf(call)), life);
  on("call", (call) => {
    if (concerns(region, call)) refreshSoon(region);
  }, life);
  on("changed", (change) => {
    if (!showsRecord(region, change)) return;
    if (!isBusy(region)) refreshSoon(region);
    else if (!isOwn(change)) showStale();
  }, life);
  on("live:connected", () => refreshSoon(region), life);
  on("consultation-saved", () => refreshSoon(region), life);
  need("[data-show-waiting]").addEventListener("click", () => load(region, waitingUrl), life);
  onSwap((place) => {
    if (place === region) settle(region);
    else if (region.contains(place)) region.dataset.extended = "yes";
  }, life);
  life.signal.addEventListener("abort", () => clearTimeout(settling));
}

/**
 * Shows a call's customer on this page's right side; false where the page has none.
 * @param {string} url
 */
export function openCallDetail(url) {
  const region = find(".desk #detail");
  if (region === null) return false;
  show(region, url);
  return true;
}

/**
 * @param {HTMLElement} region
 * @param {string} url
 */
function show(region, url) {
  if (region.closest(".drawer_detail[hidden]") !== null) return;
  if (!isBusy(region)) return load(region, url);
  waitingUrl = url;
  need("#detail-waiting").hidden = false;
}

/**
 * @param {HTMLElement} region
 * @param {string} url
 */
function load(region, url, swap = "innerHTML") {
  wantedUrl = url;
  need("#detail-waiting").hidden = true;
  delete region.dataset.extended;
  ask("GET", url, { source: region, target: region, swap });
}

/** @param {HTMLElement} region */
function refreshSoon(region) {
  clearTimeout(settling);
  settling = setTimeout(() => {
    const shown = find("[data-detail]", region);
    if (shown === null || isBusy(region) || region.dataset.extended) return;
    load(region, wantedUrl, "innerMorph");
  }, SETTLE_MS);
}

/**
 * A form or a choice that was sent brings the next thing by itself.
 * @param {HTMLElement} region
 */
function settle(region) {
  wantedUrl = shownUrl(region);
  placeCursor(region);
}

/** @param {HTMLElement} region */
function shownUrl(region) {
  const { call = null, customer = null } = find("[data-detail]", region)?.dataset ?? {};
  return urlOf(call, customer);
}

/** @param {HTMLElement} region */
function isBusy(region) {
  return all("form", region).some((form) =>
    hasUnsaved(form) || form.contains(document.activeElement)
  );
}

/**
 * @param {HTMLElement} region
 * @param {import("../../lib/live/live_event.ts").CallMessage} call
 */
function concerns(region, call) {
  const shown = find("[data-detail]", region)?.dataset;
  if (shown === undefined) return false;
  return shown.detail === "day" || shown.call === String(call.callId) ||
    (shown.code !== undefined && shown.code === call.customerId);
}

/**
 * @param {HTMLElement} region
 * @param {import("../../lib/live/live_event.ts").ChangedMessage} change
 */
function showsRecord(region, { kind, customerId }) {
  const shown = find("[data-detail]", region)?.dataset;
  if (shown === undefined || !SHOWN.has(kind)) return false;
  return customerId === null || shown.customer === undefined ||
    shown.customer === String(customerId);
}

/**
 * @param {string | null} call
 * @param {string | null} customer
 */
function urlOf(call, customer = null) {
  if (call) return `/detail?call=${call}`;
  return customer ? `/detail?customer=${customer}` : "/detail";
}

/**
 * A new caller: the cursor goes to the name, unless the note is being written already.
 * @param {HTMLElement} region
 */
function placeCursor(region) {
  if (find("[data-detail=form] [data-first]", region) === null) return;
  const name = needA(HTMLInputElement, "[data-detail=form] [data-first]", region);
  if (name.value !== "" || isComposing()) return;
  const { activeElement } = document;
  const isEmptyNote = activeElement instanceof HTMLTextAreaElement &&
    activeElement.matches("form[data-note] textarea") && activeElement.value === "";
  if (focusIsFree() || isEmptyNote) name.focus({ preventScroll: true });
}
