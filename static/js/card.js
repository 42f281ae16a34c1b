/**
 * The consultation card: a column of the desk, a drawer on every other page. It asks the server which call is on
 * it whenever a call changes, but not in the middle of a word.
 */
import { on, tell } from "./page_events.js";
import { adoptNote, flushNote } from "./note.js";
import { noteForm } from "./note_fields.js";
import { focusIsFree, typedWithin } from "./typing.js";

const PAUSE_MS = 1000;
const LOOK_AGAIN_MS = 250;
const LONGEST_WAIT_MS = 6000;

let force = false;
let waiting = null;
let shownCall = null;
let shownWho = null;

export function startCard() {
  const card = document.getElementById("card");
  if (card === null) return;
  adoptNote();
  ({ call: shownCall = null, who: shownWho = null } = shownOn(card));
  if (shownCall !== null) placeCursor(card);
  on("call", () => refresh(card));
  on("live:connected", () => refresh(card));
  on("customer-linked", () => {
    force = true;
    refresh(card);
  });
  card.addEventListener("htmx:config:request", (event) => {
    if (event.target !== card || event.detail.ctx.request.method !== "GET") return;
    const shown = card.querySelector(".call_card");
    event.detail.ctx.request.body.set("shown", shown?.dataset.call ?? "");
    event.detail.ctx.request.body.set("state", force ? "" : shown?.dataset.state ?? "");
    event.detail.ctx.request.body.set("who", shown?.dataset.who ?? "");
    force = false;
  });
  document.addEventListener("htmx:before:swap", (event) => {
    if (event.detail.ctx.target === card) flushNote();
  });
  document.addEventListener("htmx:after:swap", (event) => {
    if (event.detail.ctx.target === card) changed(card);
  });
  startDrawer();
}

/** Waits for a pause in typing: a card that changes under a half-typed syllable would swallow it. */
function refresh(card, since = Date.now()) {
  clearTimeout(waiting);
  const typingNote = noteForm()?.contains(document.activeElement) && typedWithin(PAUSE_MS);
  if (typingNote && Date.now() - since < LONGEST_WAIT_MS) {
    waiting = setTimeout(() => refresh(card, since), LOOK_AGAIN_MS);
  } else {
    tell("card:refresh", {}, card);
  }
}

function changed(card) {
  adoptNote();
  const { call = null, who = null } = shownOn(card);
  const sameCall = call === shownCall;
  if (sameCall && who === shownWho) return;
  shownCall = call;
  shownWho = who;
  if (!sameCall) {
    document.getElementById("drawer")?.classList.remove("folded");
    announce();
  }
  if (call !== null) placeCursor(card);
}

function announce() {
  tell("card:changed", { call: shownCall });
}

function shownOn(card) {
  return card.querySelector(".call_card")?.dataset ?? {};
}

/** Into the note, unless the focus is somewhere already; several candidates are chosen by a key first. */
function placeCursor(card) {
  const { state, who } = card.querySelector(".call_card").dataset;
  if (!["talking", "dialling"].includes(state) || who === "several") return;
  if (focusIsFree()) noteForm().elements.text.focus({ preventScroll: true });
}

function startDrawer() {
  const drawer = document.getElementById("drawer");
  if (drawer === null) return;
  drawer.addEventListener("click", (event) => {
    const button = event.target.closest("[data-drawer]");
    if (button === null) return;
    if (button.dataset.drawer === "detail") toggleDetail(drawer);
    else drawer.classList.toggle("folded", button.dataset.drawer === "fold");
  });
}

function toggleDetail(drawer) {
  const detail = drawer.querySelector(".drawer_detail");
  detail.hidden = !detail.hidden;
  drawer.classList.toggle("detail_open", !detail.hidden);
  for (const button of drawer.querySelectorAll("[data-drawer=detail]")) {
    button.setAttribute("aria-expanded", String(!detail.hidden));
  }
  if (!detail.hidden) announce();
}
