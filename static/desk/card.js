// @ts-check
/**
 * The consultation card: a column of the desk, a drawer on every other page. It asks the server which call is on
 * it whenever a call changes, but not in the middle of a word.
 */
import { all, around, find, need } from "../components/elements.js";
import { onHtmx, onSwap } from "../components/htmx.js";
import { noteForm } from "../consultations/note_fields.js";
import { adoptNote, flushNote } from "../consultations/note_saving.js";
import { on, tell } from "../shell/page_events.js";
import { focusIsFree, typedWithin } from "../components/typing.js";

const PAUSE_MS = 1000;
const LOOK_AGAIN_MS = 250;
const LONGEST_WAIT_MS = 6000;
/**
 * What the card shows besides the call and its note, which a note that is saved as it is typed must not set off.
 * @type {ReadonlySet<import("../../lib/domain/event.ts").ChangedKind>}
 */
const SHOWN = new Set(["customer", "list_word"]);

let force = false;
/** @type {number | undefined} */
let waiting;
/** @type {string | null} */
let shownCall = null;
/** @type {string | null} */
let shownWho = null;
/** Whether somebody is at the buttons for the call, which a change of the call takes away. */
let atControls = false;

export function startCard() {
  const card = find("#card");
  if (card === null) return;
  adoptNote();
  ({ call: shownCall, who: shownWho } = shownOn(card));
  if (shownCall !== null) placeCursor(card);
  on("call", () => refresh(card));
  on("live:connected", () => refresh(card));
  on("changed", ({ kind, customerId }) => {
    const { call, customer } = shownOn(card);
    if (!SHOWN.has(kind) || call === null) return;
    // Of several candidates, or nobody known, any customer may be one.
    if (customer !== null && customerId !== null && customer !== String(customerId)) return;
    force = true;
    refresh(card);
  });
  on("customer-linked", () => {
    force = true;
    refresh(card);
  });
  onHtmx("config:request", ({ request }, event) => {
    if (event.target !== card || request.method !== "GET") return;
    const { call, state, who, others } = shownOn(card);
    request.body.set("shown", call ?? "");
    request.body.set("state", force ? "" : state ?? "");
    request.body.set("who", who ?? "");
    request.body.set("others", others ?? "");
    force = false;
  });
  onHtmx("before:swap", ({ target }) => {
    if (target !== card) return;
    flushNote();
    atControls = find(".call_controls", card)?.contains(document.activeElement) ?? false;
  });
  onSwap((place) => {
    if (place === card) changed(card);
  });
  startDrawer();
}

/**
 * Waits for a pause in typing: a card that changes under a half-typed syllable would swallow it.
 * @param {HTMLElement} card
 */
function refresh(card, since = Date.now()) {
  clearTimeout(waiting);
  const typingNote = noteForm()?.contains(document.activeElement) && typedWithin(PAUSE_MS);
  if (typingNote && Date.now() - since < LONGEST_WAIT_MS) {
    waiting = setTimeout(() => refresh(card, since), LOOK_AGAIN_MS);
  } else {
    tell("card:refresh", {}, card);
  }
}

/** @param {HTMLElement} card */
function changed(card) {
  adoptNote();
  if (atControls) find(".call_controls button", card)?.focus();
  const { call, who } = shownOn(card);
  const sameCall = call === shownCall;
  if (sameCall && who === shownWho) return;
  shownCall = call;
  shownWho = who;
  if (!sameCall) {
    find("#drawer")?.classList.remove("folded");
    announce();
  }
  if (call !== null) placeCursor(card);
}

function announce() {
  tell("card:changed", { call: shownCall });
}

/** @param {HTMLElement} card */
function shownOn(card) {
  const { call = null, state = null, who = null, others = null, customer = null } =
    find(".call_card", card)?.dataset ?? {};
  return { call, state, who, others, customer };
}

/**
 * Into the note, unless the focus is somewhere already; several candidates are chosen by a key first.
 * @param {HTMLElement} card
 */
function placeCursor(card) {
  const { state, who } = shownOn(card);
  if ((state !== "talking" && state !== "dialling") || who === "several") return;
  const note = find("[name=text]", noteForm() ?? card);
  if (!(note instanceof HTMLTextAreaElement) || !focusIsFree()) return;
  note.focus({ preventScroll: true });
  // Whoever comes back goes on behind what was written before.
  note.setSelectionRange(note.textLength, note.textLength);
}

function startDrawer() {
  const drawer = find("#drawer");
  drawer?.addEventListener("click", (event) => {
    const button = around(event, "[data-drawer]");
    if (button === null) return;
    if (button.dataset.drawer === "detail") toggleDetail(drawer);
    else drawer.classList.toggle("folded", button.dataset.drawer === "fold");
  });
}

/** @param {HTMLElement} drawer */
function toggleDetail(drawer) {
  const detail = need(".drawer_detail", drawer);
  detail.hidden = !detail.hidden;
  drawer.classList.toggle("detail_open", !detail.hidden);
  for (const button of all("[data-drawer=detail]", drawer)) {
    button.setAttribute("aria-expanded", String(!detail.hidden));
  }
  if (!detail.hidden) announce();
}
