// @ts-check
/** A form that was typed into and not saved: the browser asks before the page is left. */
import { all, find, formAround } from "./elements.js";

/** @type {import("../shell/regions.js").Mount} */
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

/** The page that has a card of its own: the drawer with what is in it goes. */
const WITHOUT_DRAWER = "/desk";

/**
 * Whether something unsaved is lost where one goes to another page without leaving the shell.
 * @param {string} pathname where one goes
 */
export function leavesUnsaved(pathname) {
  const places = pathname === WITHOUT_DRAWER ? "#main, #drawer" : "#main";
  return all("form[data-unsaved]").some((form) => form.closest(places) !== null);
}

/** @param {HTMLElement} form */
export function hasUnsaved(form) {
  return form.dataset.unsaved !== undefined;
}
