/**
 * The right side: the customer of the call on the card, or my day. It follows the card and the calls, but never takes a
 * form away from somebody who types in it: then a line offers to change over.
 */
import { hasUnsaved } from "./form_guard.js";
import { on } from "./page_events.js";
import { focusIsFree, isComposing } from "./typing.js";

const SETTLE_MS = 250;
let waitingUrl = null;
/** What the right side shows, or is about to show. */
let wantedUrl = "/detail";
let settling = null;

export function startDetail() {
  const region = document.getElementById("detail");
  if (region === null) return;
  wantedUrl = shownUrl(region);
  on("card:changed", ({ call }) => show(region, urlOf(call, null)));
  on("call", (call) => {
    if (concerns(region, call)) refreshSoon(region);
  });
  on("live:connected", () => refreshSoon(region));
  on("consultation-saved", () => refreshSoon(region));
  document.querySelector("[data-show-waiting]").addEventListener(
    "click",
    () => load(region, waitingUrl),
  );
  document.addEventListener("htmx:after:swap", (event) => {
    const target = event.detail.ctx.target;
    if (target === region) settle(region);
    else if (target instanceof Node && region.contains(target)) region.dataset.extended = "yes";
  });
}

/** Shows a call's customer on this page's right side; false where the page has none. */
export function openCallDetail(url) {
  const region = document.querySelector(".desk #detail");
  if (region === null) return false;
  show(region, url);
  return true;
}

function show(region, url) {
  if (region.closest(".drawer_detail")?.hidden) return;
  if (!isBusy(region)) return load(region, url);
  waitingUrl = url;
  document.getElementById("detail-waiting").hidden = false;
}

function load(region, url, swap = "innerHTML") {
  waitingUrl = null;
  wantedUrl = url;
  document.getElementById("detail-waiting").hidden = true;
  delete region.dataset.extended;
  htmx.ajax("GET", url, { source: region, target: region, swap });
}

function refreshSoon(region) {
  clearTimeout(settling);
  settling = setTimeout(() => {
    const shown = region.querySelector("[data-detail]");
    if (shown === null || isBusy(region) || region.dataset.extended) return;
    load(region, wantedUrl, "innerMorph");
  }, SETTLE_MS);
}

/** A form or a choice that was sent brings the next thing by itself. */
function settle(region) {
  wantedUrl = shownUrl(region);
  placeCursor(region);
}

function shownUrl(region) {
  const shown = region.querySelector("[data-detail]")?.dataset;
  return urlOf(shown?.call, shown?.customer);
}

function isBusy(region) {
  return [...region.querySelectorAll("form")].some((form) =>
    hasUnsaved(form) || form.contains(document.activeElement)
  );
}

function concerns(region, call) {
  const shown = region.querySelector("[data-detail]")?.dataset;
  if (shown === undefined) return false;
  return shown.detail === "day" || shown.call === String(call.callId) ||
    (shown.code !== undefined && shown.code === call.customerId);
}

function urlOf(call, customer) {
  if (call) return `/detail?call=${call}`;
  return customer ? `/detail?customer=${customer}` : "/detail";
}

/** A new caller: the cursor goes to the name, unless the note is being written already. */
function placeCursor(region) {
  const name = region.querySelector("[data-detail=form] [data-first]");
  if (name === null || name.value !== "" || isComposing()) return;
  const note = document.activeElement?.matches("form[data-note] textarea")
    ? document.activeElement
    : null;
  if (focusIsFree() || note?.value === "") name.focus({ preventScroll: true });
}
