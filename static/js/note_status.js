import { showAll } from "./clock.js";

/** The line under a note that says whether it is saved. */

function placeOf(form) {
  return form.querySelector("[data-note-status]");
}

/** `html` is the server's partial. */
export function showStatus(form, html) {
  placeOf(form).innerHTML = html;
  showAll();
}

export function showSaved(form, html) {
  if (html !== null) showStatus(form, html);
}

export function showConflict(form, html) {
  showStatus(form, html);
  placeOf(form).scrollIntoView({ block: "nearest" });
}

/** `word` is one of the layout's words: kept (in this browser, the server is away) or failed. */
export function showPlainStatus(form, word) {
  const line = document.createElement("p");
  line.className = "field_error";
  line.textContent = document.getElementById("words").dataset[word];
  placeOf(form).replaceChildren(line);
}
