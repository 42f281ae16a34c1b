// @ts-check
/** A form that was typed into and not saved: the browser asks before the page is left. */
import { find, formAround } from "./elements.js";

export function startFormGuard() {
  document.addEventListener("input", (event) => {
    const form = formAround(event, "form[data-guard]");
    if (form !== null) form.dataset.unsaved = "yes";
  });
  document.addEventListener("submit", (event) => {
    const form = formAround(event, "form");
    if (form !== null) delete form.dataset.unsaved;
  });
  addEventListener("beforeunload", (event) => {
    if (find("form[data-unsaved]") !== null) event.preventDefault();
  });
}

/** @param {HTMLElement} form */
export function hasUnsaved(form) {
  return form.dataset.unsaved !== undefined;
}
