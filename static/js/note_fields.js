/** The fields of a consultation note's form, read and written as plain data. */

/** The one on the card; a page may have another, of a consultation without a call. */
export function noteForm() {
  return document.querySelector("#card form[data-note]");
}

export function noteForms() {
  return [...document.querySelectorAll("form[data-note]")];
}

/** `{type, text, state, callbackAt}` as they stand in the form. */
export function readNote(form) {
  const data = new FormData(form);
  return Object.fromEntries(
    ["type", "text", "state", "callbackAt"].map((name) => [name, String(data.get(name) ?? "")]),
  );
}

/** Writes only what differs, and leaves the cursor where it was. */
export function writeNote(form, note) {
  const { type, text, state, callbackAt } = form.elements;
  if (type.value !== note.type) type.value = note.type;
  if (text.value !== note.text) {
    const { selectionStart, selectionEnd } = text;
    text.value = note.text;
    text.setSelectionRange(selectionStart, selectionEnd);
  }
  if (state.value !== note.state) state.value = note.state;
  if (callbackAt.value !== note.callbackAt) callbackAt.value = note.callbackAt;
}

export function sameNote(one, other) {
  return ["type", "text", "state", "callbackAt"].every((name) => one[name] === other[name]);
}
