// @ts-check
/** The fields of a consultation note's form, read and written as plain data. */
import { all, find } from "../components/elements.js";

/**
 * @typedef {"type" | "text" | "state" | "callbackAt"} FieldName
 * @typedef {Record<FieldName, string>} Note
 */

/** @type {readonly FieldName[]} */
const NAMES = ["type", "text", "state", "callbackAt"];

/** The one on the card; a page may have another, of a consultation without a call. */
export function noteForm() {
  const form = find("#card form[data-note]");
  return form instanceof HTMLFormElement ? form : null;
}

/** @returns {HTMLFormElement[]} */
export function noteForms() {
  return all("form[data-note]").filter((form) => form instanceof HTMLFormElement);
}

/**
 * The note as it stands in the form.
 * @param {HTMLFormElement} form
 * @returns {Note}
 */
export function readNote(form) {
  const data = new FormData(form);
  /** @param {FieldName} name */
  const text = (name) => String(data.get(name) ?? "");
  return {
    type: text("type"),
    text: text("text"),
    state: text("state"),
    callbackAt: text("callbackAt"),
  };
}

/**
 * Writes only what differs, and leaves the cursor where it was.
 * @param {HTMLFormElement} form
 * @param {Note} note
 */
export function writeNote(form, note) {
  for (const name of NAMES) {
    const field = fieldOf(form, name);
    if (field.value === note[name]) continue;
    if (field instanceof HTMLTextAreaElement) {
      const { selectionStart, selectionEnd } = field;
      field.value = note[name];
      field.setSelectionRange(selectionStart, selectionEnd);
    } else {
      field.value = note[name];
    }
  }
}

/**
 * The field of that name, several radio buttons as one.
 * @param {HTMLFormElement} form
 * @param {FieldName} name
 */
export function fieldOf(form, name) {
  const field = form.elements.namedItem(name);
  const isField = field instanceof HTMLInputElement || field instanceof HTMLSelectElement ||
    field instanceof HTMLTextAreaElement || field instanceof RadioNodeList;
  if (!isField) throw new Error(`the form of a note has no field ${name}`);
  return field;
}

/**
 * @param {Note} one
 * @param {Note} other
 */
export function sameNote(one, other) {
  return NAMES.every((name) => one[name] === other[name]);
}
