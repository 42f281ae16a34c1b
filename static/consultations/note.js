// @ts-check
/** A consultation note: saved 400 ms after the last key, completed by its button or Ctrl and Enter. */
import { around, find, formAround, need } from "../components/elements.js";
import { ask } from "../components/htmx.js";
import { startCallback } from "./note_callback.js";
import { noteForms, readNote, writeNote } from "./note_fields.js";
import { sendOldCopies } from "./note_leftover.js";
import { callOf, keep, save, startSaving, stateOf, versionOf } from "./note_saving.js";
import { showPlainStatus } from "./note_status.js";
import { on } from "../shell/page_events.js";
import { isComposing } from "../components/typing.js";

const TYPED_MS = 400;
const NOTE = "form[data-note]";

export function startNote() {
  startCallback();
  startSaving();
  document.addEventListener("input", heard);
  document.addEventListener("change", heard);
  document.addEventListener("submit", (event) => {
    const form = formAround(event, NOTE);
    if (form === null) return;
    event.preventDefault();
    complete(form);
  });
  document.addEventListener("keydown", pressed);
  document.addEventListener("click", choose);
  on("live:connected", () => {
    const forms = noteForms();
    for (const form of forms) if (stateOf(form).dirty) save(form);
    sendOldCopies(forms.map(callOf));
  });
}

/** @param {Event} event */
function heard(event) {
  const form = formAround(event, NOTE);
  if (form === null) return;
  const state = stateOf(form);
  state.dirty = true;
  keep(form);
  if (state.stopped) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), TYPED_MS);
}

/** @param {KeyboardEvent} event */
function pressed(event) {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const form = formAround(event, NOTE);
  if (form === null) return;
  event.preventDefault();
  if (isComposing()) {
    addEventListener("compositionend", () => setTimeout(() => complete(form)), { once: true });
  } else complete(form);
}

/**
 * Saves and completes, after the draft that may still be under way: it carries the version that counts.
 * @param {HTMLFormElement} form
 */
async function complete(form) {
  const state = stateOf(form);
  if (state.completing) return;
  state.completing = true;
  clearTimeout(state.timer);
  await state.sending;
  // What that draft brought back is taken in behind it.
  await Promise.resolve();
  const note = readNote(form);
  keep(form);
  const button = need("[type=submit]", form);
  button.setAttribute("aria-busy", "true");
  await ask("POST", form.getAttribute("action") ?? "", {
    source: form,
    target: form.dataset.target ?? form,
    swap: "innerHTML",
    values: { ...note, version: versionOf(form) },
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

/**
 * The two buttons of a conflict.
 * @param {Event} event
 */
function choose(event) {
  const button = around(event, "[data-keep]");
  const form = formAround(event, NOTE);
  if (button === null || form === null) return;
  const state = stateOf(form);
  const conflict = need("[data-conflict]", form);
  form.dataset.version = conflict.dataset.version ?? "";
  state.stopped = false;
  if (button.dataset.keep === "theirs") {
    const text = need("[data-conflict-text]", conflict).textContent;
    const type = find("[data-conflict-type]", conflict)?.textContent ?? "";
    writeNote(form, { ...readNote(form), text, type });
  }
  state.dirty = true;
  need("[name=text]", form).focus();
  save(form);
}
