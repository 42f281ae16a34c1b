// @ts-check
/** The dialog of the dial pad, on every page: opened by its button, the key D, or by who needs a number. */
import { around, find, need } from "../components/elements.js";
import { on, tell } from "../shell/page_events.js";
import { isTyping } from "../components/typing.js";

/** @type {import("../shell/regions.js").Mount} */
export function mount(dialog, life) {
  if (!(dialog instanceof HTMLDialogElement)) throw new Error("the dial pad is to be a dialog");
  document.addEventListener("click", (event) => {
    if (around(event, "[data-open-pad]")) open(dialog);
    if (around(event, "[data-pad-close]") || event.target === dialog) dialog.close();
  }, life);
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.code !== "KeyD" || !plain || isTyping() || find("dialog[open]") !== null) return;
    event.preventDefault();
    open(dialog);
  }, life);
  on("pad:wanted", ({ number }) => open(dialog, number), life);
}

/**
 * @param {HTMLDialogElement} dialog
 * @param {string} number what the pad is to have in it when it is there
 */
function open(dialog, number = "") {
  dialog.dataset.number = number;
  if (!dialog.open) dialog.showModal();
  tell("pad:open", {}, need("#pad-body", dialog));
}
