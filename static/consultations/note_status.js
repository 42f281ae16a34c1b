// @ts-check
/** The line under a note that says whether it is saved. */
import { need } from "../components/elements.js";
import { word } from "../components/words.js";

/** @param {HTMLElement} form */
function placeOf(form) {
  return need("[data-note-status]", form);
}

/**
 * @param {HTMLElement} form
 * @param {string} html the server's partial
 */
export function showStatus(form, html) {
  placeOf(form).innerHTML = html;
}

/**
 * @param {HTMLElement} form
 * @param {string} html
 */
export function showConflict(form, html) {
  showStatus(form, html);
  placeOf(form).scrollIntoView({ block: "nearest" });
}

/**
 * @param {HTMLElement} form
 * @param {"kept" | "failed"} name kept in this browser (the server is away), or not taken
 */
export function showPlainStatus(form, name) {
  const line = document.createElement("p");
  line.className = "field_error";
  line.textContent = word(name);
  placeOf(form).replaceChildren(line);
}
