// @ts-check
/**
 * Keeps the notes of a page saved: one request at a time, again and again while the server is away. Nothing here ever
 * writes into a field in which somebody types.
 */
import { copyOf, dropCopy, keepCopy } from "./note_copy.js";
import { noteForms, readNote, sameNote, writeNote } from "./note_fields.js";
import { sendDraft } from "./note_send.js";
import { showConflict, showPlainStatus, showStatus } from "./note_status.js";
import { isComposing, typedWithin } from "../components/typing.js";

const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 10_000;
const STILL_TYPING_MS = 5000;

/**
 * What is known of a note: what the server has, whether something is typed that it has not, whether a conflict is to be
 * settled first, the request under way, and the texts that the server may have.
 * @typedef {{
 *   stored: Note,
 *   dirty: boolean,
 *   stopped: boolean,
 *   completing: boolean,
 *   sending: Promise<DraftAnswer> | null,
 *   timer: number | undefined,
 *   attempt: number,
 *   known: string[],
 * }} NoteState
 * @typedef {import("./note_fields.js").Note} Note
 * @typedef {import("./note_send.js").DraftAnswer} DraftAnswer
 * @typedef {{ readonly callId: string, readonly note: Note, readonly version: string }} SavedElsewhere
 */

/** @type {WeakMap<HTMLFormElement, NoteState>} */
const notes = new WeakMap();
const otherTabs = new BroadcastChannel("belltower:note");

/**
 * Takes charge of a note while it is on the page: gives back what was typed and never reached the server, and sends what
 * is typed when the page, or the note on it, is left.
 * @param {HTMLFormElement} form
 * @param {import("../shell/regions.js").Life} life
 */
export function keepSaved(form, life) {
  stateOf(form);
  addEventListener("pagehide", () => flush(form), life);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") flush(form);
  }, life);
  otherTabs.addEventListener("message", ({ data }) => adoptFromOtherTab(form, data), life);
  life.signal.addEventListener("abort", () => flush(form));
}

/** Sends what is typed on the page and not yet sent, at once. */
export function flushNotes() {
  for (const form of noteForms()) flush(form);
}

/** @param {HTMLFormElement} form */
function flush(form) {
  const state = notes.get(form);
  if (state?.dirty && !state.stopped) save(form);
}

/** @param {HTMLFormElement} form */
export function stateOf(form) {
  return notes.get(form) ?? adopt(form);
}

/**
 * The call (`17`) or the consultation without one (`c5`) whose note the form is.
 * @param {HTMLFormElement} form
 */
function callOf(form) {
  return form.dataset.note ?? "";
}

/** @param {HTMLFormElement} form */
export function versionOf(form) {
  return form.dataset.version ?? "";
}

/**
 * @param {HTMLFormElement} form
 * @returns {NoteState}
 */
function adopt(form) {
  const stored = readNote(form);
  const state = {
    stored,
    dirty: false,
    stopped: false,
    completing: false,
    sending: null,
    timer: undefined,
    attempt: 0,
    known: [stored.text],
  };
  notes.set(form, state);
  const copy = copyOf(callOf(form));
  if (copy === null) return state;
  if (sameNote(copy.note, stored)) {
    dropCopy(callOf(form));
    return state;
  }
  // The server moved on from what this copy built on: say so with the old version, and both texts are shown.
  if (!copy.known.includes(stored.text)) form.dataset.version = copy.version;
  writeNote(form, copy.note);
  state.dirty = true;
  save(form);
  return state;
}

/**
 * Keeps what stands in the form in this browser.
 * @param {HTMLFormElement} form
 */
export function keep(form) {
  const { known } = stateOf(form);
  keepCopy(callOf(form), { note: readNote(form), version: versionOf(form), known });
}

/** @param {HTMLFormElement} form */
export async function save(form) {
  const state = stateOf(form);
  clearTimeout(state.timer);
  if (isReplaced(form)) return;
  if (state.sending !== null) {
    await state.sending;
    if (!state.dirty || state.stopped || state.sending !== null) return;
  }
  const note = readNote(form);
  state.dirty = false;
  state.known = [state.stored.text, note.text];
  keep(form);
  state.sending = sendDraft(form.dataset.draftUrl ?? "", note, versionOf(form));
  const answer = await state.sending;
  state.sending = null;
  take(form, note, answer);
}

/**
 * Whether another form of the same note has come in the place of this one: it has the copy of what was typed here, and
 * saves that.
 * @param {HTMLFormElement} form
 */
function isReplaced(form) {
  return !form.isConnected && noteForms().some((one) => callOf(one) === callOf(form));
}

/**
 * @param {HTMLFormElement} form
 * @param {Note} note
 * @param {DraftAnswer} answer
 */
function take(form, note, answer) {
  if (answer.outcome === "saved") return saved(form, note, answer);
  const state = stateOf(form);
  state.dirty = true;
  if (answer.outcome === "conflict") {
    state.stopped = true;
    showConflict(form, answer.html);
  } else if (answer.outcome === "refused") {
    if (answer.html === null) showPlainStatus(form, "failed");
    else showStatus(form, answer.html);
  } else {
    showPlainStatus(form, "kept");
    const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** state.attempt);
    state.timer = setTimeout(() => save(form), wait);
    state.attempt += 1;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {Note} note
 * @param {import("./note_send.js").Saved} answer
 */
function saved(form, note, { html, version }) {
  const [state, callId] = [stateOf(form), callOf(form)];
  form.dataset.version = version;
  state.stored = note;
  state.attempt = 0;
  if (html !== null) showStatus(form, html);
  if (state.dirty) keep(form);
  else dropCopy(callId);
  otherTabs.postMessage({ callId, note, version });
}

/**
 * @param {HTMLFormElement} form
 * @param {SavedElsewhere} told
 */
function adoptFromOtherTab(form, { callId, note, version }) {
  if (callOf(form) !== callId) return;
  const state = stateOf(form);
  const typedHere = document.hasFocus() && form.contains(document.activeElement) &&
    typedWithin(STILL_TYPING_MS);
  if (state.dirty || state.sending !== null || typedHere || isComposing()) return;
  form.dataset.version = version;
  state.stored = note;
  writeNote(form, note);
}
