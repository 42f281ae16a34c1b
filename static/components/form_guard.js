// @ts-check
/** A form that was typed into and not saved: the browser asks before the page is left. */
import { find, formAround } from "./elements.js";

/** @type {import("../shell/modules.js").Mount} */
export function mount(body, { signal }) {
  body.addEventListener("input", (event) => {
    const form = formAround(event, "form[data-guard]");
    if (form !== null) form.dataset.unsaved = "yes";
  }, { signal });
  body.addEventListener("submit", (event) => {
    const form = formAround(event, "form");
    if (form !== null) delete form.dataset.unsaved;
  }, { signal });
  addEventListener("beforeunload", (event) => {
    if (find("form[data-unsaved]") !== null) event.preventDefault();
  }, { signal });
}

/** @param {HTMLElement} form */
export function hasUnsaved(form) {
  return form.dataset.unsaved !== undefined;
}
