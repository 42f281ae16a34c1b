// @ts-check
/**
 * The consultation card: a column of the desk, a drawer on every other page. It asks the server which call is on
 * it whenever a call changes, but not in the middle of a word.
 */
import { find } from "../components/elements.js";
import { onHtmx, onSwap } from "../components/htmx.js";
import { noteForm } from "../consultations/note_fields.js";
import { flushNotes } from "../consultations/note_saving.js";
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

/** @type {import("../shell/regions.js").Mount} */
export function mount(card, life) {
  const { call, who } = shownOn(card);
  const isNew = call !== null && call !== shownCall;
  [shownCall, shownWho] = [call, who];
  if (isNew) placeCursor(card);
  on("call", () => refresh(card), life);
  on("live:connected", () => refresh(card), life);
  on("changed", ({ kind, customerId }) => {
    const { call, customer } = shownOn(card);
    if (!SHOWN.has(kind) || call === null) return;
    // Of several candidates, or nobody known, any customer may be one.
    if (customer !== null && customerId !== null && customer !== String(customerId)) return;
    force = true;
    refresh(card);
  }, life);
  on("work", () => {
    // Where nobody is on the phone, it shows what its person has to do.
    if (find(".open_work", card) !== null) refresh(card);
  }, life);
  on("customer-linked", () => {
    force = true;
    refresh(card);
  }, life);
  onHtmx("config:request", ({ request }, event) => {
    if (event.target !== card || request.method !== "GET") return;
    const { call, state, who, others } = shownOn(card);
    request.body.set("shown", call ?? "");
    request.body.set("state", force ? "" : state ?? "");
    request.body.set("who", who ?? "");
    request.body.set("others", others ?? "");
    force = false;
  }, life);
  onHtmx("before:swap", ({ target }) => {
    if (target !== card) return;
    flushNotes();
    atControls = find(".call_controls", card)?.contains(document.activeElement) ?? false;
  }, life);
  onSwap((place) => {
    if (place === card) changed(card);
  }, life);
  life.signal.addEventListener("abort", () => clearTimeout(waiting));
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
  if (atControls) find(".call_controls button", card)?.focus();
  const { call, who } = shownOn(card);
  const sameCall = call === shownCall;
  if (sameCall && who === shownWho) return;
  shownCall = call;
  shownWho = who;
  if (!sameCall) tell("card:changed", { call });
  if (call !== null) placeCursor(card);
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
