// @ts-check
/** A consultation note: saved 400 ms after the last key, completed by its button or Ctrl and Enter. */
import { around, find, need } from "../components/elements.js";
import { ask } from "../components/htmx.js";
import { fillInCallback } from "./note_callback.js";
import { readNote, writeNote } from "./note_fields.js";
import { keep, keepSaved, save, stateOf, versionOf } from "./note_saving.js";
import { showPlainStatus } from "./note_status.js";
import { on } from "../shell/page_events.js";
import { isComposing, isEnter } from "../components/typing.js";

const TYPED_MS = 400;

/** @type {import("../shell/regions.js").Mount} */
export function mount(form, life) {
  if (!(form instanceof HTMLFormElement)) throw new Error("a note is to be a form");
  const typed = () => heard(form);
  form.addEventListener("input", typed, life);
  form.addEventListener("change", typed, life);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    complete(form);
  }, life);
  form.addEventListener("keydown", (event) => pressed(form, event), life);
  form.addEventListener("click", (event) => {
    const callback = around(event, "[data-callback-in]");
    if (callback !== null) fillInCallback(form, callback.dataset.callbackIn ?? "");
    const side = around(event, "[data-keep]")?.dataset.keep;
    if (side !== undefined) settleConflict(form, side);
  }, life);
  on("live:connected", () => {
    if (stateOf(form).dirty) save(form);
  }, life);
  keepSaved(form, life);
}

/** @param {HTMLFormElement} form */
function heard(form) {
  const state = stateOf(form);
  state.dirty = true;
  keep(form);
  if (state.stopped) return;
  clearTimeout(state.timer);
  state.timer = setTimeout(() => save(form), TYPED_MS);
}

/**
 * @param {HTMLFormElement} form
 * @param {KeyboardEvent} event
 */
function pressed(form, event) {
  if (!isEnter(event) || !(event.ctrlKey || event.metaKey)) return;
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
 * @param {HTMLFormElement} form
 * @param {string} side whose text is kept: "mine" or "theirs"
 */
function settleConflict(form, side) {
  const state = stateOf(form);
  const conflict = need("[data-conflict]", form);
  form.dataset.version = conflict.dataset.version ?? "";
  state.stopped = false;
  if (side === "theirs") {
    const text = need("[data-conflict-text]", conflict).textContent;
    const type = find("[data-conflict-type]", conflict)?.textContent ?? "";
    writeNote(form, { ...readNote(form), text, type });
  }
  state.dirty = true;
  need("[name=text]", form).focus();
  save(form);
}
