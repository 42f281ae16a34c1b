/**
 * Saves a consultation note while it is typed: 400 ms after the last key, one request at a time, again and again while
 * the server is away. Nothing here ever writes into a field in which somebody types.
 */
import { copyOf, dropCopy, keepCopy } from "./note_copy.js";
import { sendOldCopies } from "./note_leftover.js";
import { noteForms, readNote, sameNote, writeNote } from "./note_fields.js";
import { sendDraft } from "./note_send.js";
import { showConflict, showPlainStatus, showSaved, showStatus } from "./note_status.js";
import { startCallback } from "./note_callback.js";
import { on } from "./page_events.js";
import { isComposing, typedWithin } from "./typing.js";

const TYPED_MS = 400;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10_000;
const STILL_TYPING_MS = 5000;

/** form -> what we know of it */
const notes = new WeakMap();
const otherTabs = new BroadcastChannel("belltower:note");

export function startNote() {
  startCallback();
  document.addEventListener("input", heard);
  document.addEventListener("change", heard);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches("form[data-note]")) return;
    event.preventDefault();
    complete(event.target);
  });
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", choose);
  on("live:connected", () => {
    const forms = noteForms();
    for (const form of forms) if (notes.get(form)?.dirty) save(form);
    sendOldCopies(forms.map((form) => form.dataset.note));
  });
  addEventListener("pagehide", flushNote);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flushNote();
  });
  otherTabs.addEventListener("message", (event) => adoptFromOtherTab(event.data));
}

/** Takes charge of the notes on the page: gives back what was typed and never reached the server. */
export function adoptNote() {
  for (const form of noteForms()) if (!notes.has(form)) adopt(form);
}

function adopt(form) {
  const stored = readNote(form);
  const state = {
    stored,
    dirty: false,
    stopped: false,
    sending: null,
    timer: null,
    attempt: 0,
    known: [stored.text],
  };
  notes.set(form, state);
  const copy = copyOf(form.dataset.note);
  if (copy === null) return;
  if (sameNote(copy.note, stored)) return dropCopy(form.dataset.note);
  // The server moved on from what this copy built on: say so with the old version, and both texts are shown.
  if (!copy.known.includes(stored.text)) form.dataset.version = copy.version;
  writeNote(form, copy.note);
  state.dirty = true;
  save(form);
}

/** Sends what is typed and not yet sent, at once. */
export function flushNote() {
  for (const form of noteForms()) {
    const state = notes.get(form);
    if (state?.dirty && !state.stopped) save(form);
  }
}

function heard(event) {
  const form = event.target.closest?.("form[data-note]");
  if (!form) return;
  adoptNote();
  const state = notes.get(form);
  state.dirty = true;
  keep(form, state);
  if (state.stopped) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), TYPED_MS);
}

function keep(form, state) {
  const version = form.dataset.version;
  keepCopy(form.dataset.note, { note: readNote(form), version, known: state.known });
}

async function save(form) {
  const state = notes.get(form);
  clearTimeout(state.timer);
  if (state.sending !== null) {
    await state.sending;
    if (!state.dirty || state.stopped || state.sending !== null) return;
  }
  const note = readNote(form);
  state.dirty = false;
  state.known = [state.stored.text, note.text];
  keep(form, state);
  state.sending = sendDraft(form.dataset.draftUrl, note, form.dataset.version);
  const answer = await state.sending;
  state.sending = null;
  take(form, state, note, answer);
}

function take(form, state, note, answer) {
  if (answer.outcome === "saved") return saved(form, state, note, answer);
  state.dirty = true;
  if (answer.outcome === "conflict") {
    state.stopped = true;
    showConflict(form, answer.html);
  } else if (answer.outcome === "refused") {
    if (answer.html === null) showPlainStatus(form, "failed");
    else showStatus(form, answer.html);
  } else {
    showPlainStatus(form, "kept");
    state.timer = setTimeout(
      () => save(form),
      Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** state.attempt),
    );
    state.attempt += 1;
  }
}

function saved(form, state, note, answer) {
  const callId = form.dataset.note;
  form.dataset.version = answer.version;
  state.stored = note;
  state.attempt = 0;
  showSaved(form, answer.html);
  if (state.dirty) keep(form, state);
  else dropCopy(callId);
  otherTabs.postMessage({ callId, note, version: answer.version });
}

function pressed(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = event.target.closest?.("form[data-note]");
  if (!form) return;
  event.preventDefault();
  if (isComposing()) {
    addEventListener("compositionend", () => setTimeout(() => complete(form)), { once: true });
  } else complete(form);
}

/** Saves and completes, after the draft that may still be under way: it carries the version that counts. */
async function complete(form) {
  adoptNote();
  const state = notes.get(form);
  if (state === undefined || state.completing) return;
  state.completing = true;
  clearTimeout(state.timer);
  if (state.sending !== null) await state.sending.then(() => {});
  const note = readNote(form);
  keep(form, state);
  const button = form.querySelector("[type=submit]");
  button.setAttribute("aria-busy", "true");
  await htmx.ajax("POST", form.getAttribute("action"), {
    source: form,
    target: form.dataset.target,
    swap: "innerHTML",
    values: { ...note, version: form.dataset.version },
  });
  state.completing = false;
  button.removeAttribute("aria-busy");
  // Still here: the server was not reached.
  if (form.isConnected) {
    state.dirty = true;
    showPlainStatus(form, "kept");
    save(form);
  }
}

/** The two buttons of a conflict. */
function choose(event) {
  const button = event.target.closest("[data-keep]");
  const form = button?.closest("form[data-note]");
  if (!form) return;
  adoptNote();
  const state = notes.get(form);
  const conflict = form.querySelector("[data-conflict]");
  form.dataset.version = conflict.dataset.version;
  state.stopped = false;
  if (button.dataset.keep === "theirs") {
    const text = conflict.querySelector("[data-conflict-text]").textContent;
    const type = conflict.querySelector("[data-conflict-type]")?.textContent ?? "";
    writeNote(form, { ...readNote(form), text, type });
  }
  state.dirty = true;
  form.elements.text.focus();
  save(form);
}

function adoptFromOtherTab({ callId, note, version }) {
  const form = noteForms().find((one) => one.dataset.note === callId);
  if (form === undefined) return;
  const state = notes.get(form);
  const typedHere = document.hasFocus() && form.contains(document.activeElement) &&
    typedWithin(STILL_TYPING_MS);
  if (state === undefined || state.dirty || state.sending !== null || typedHere || isComposing()) {
    return;
  }
  form.dataset.version = version;
  state.stored = note;
  writeNote(form, note);
}
