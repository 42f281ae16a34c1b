// @ts-check
/** The dial pad: a dialog on every page, opened by its button or the key D; and the same as a page of its own. */
import { dial } from "./dial.js";
import { around, find, formAround, need, needA } from "../components/elements.js";
import { onSwap } from "../components/htmx.js";
import { on, tell } from "../shell/page_events.js";
import { isTyping } from "../components/typing.js";

export function startDialPad() {
  const dialog = needA(HTMLDialogElement, "#pad");
  document.addEventListener("click", (event) => {
    if (around(event, "[data-open-pad]")) open(dialog);
    if (around(event, "[data-pad-close]") || event.target === dialog) dialog.close();
    const pad = around(event, "[data-pad]");
    if (pad !== null) press(pad, event);
  });
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.code !== "KeyD" || !plain || isTyping() || find("dialog[open]") !== null) return;
    event.preventDefault();
    open(dialog);
  });
  document.addEventListener("submit", (event) => {
    const pad = formAround(event, "[data-pad]");
    if (pad === null) return;
    event.preventDefault();
    submit(pad, dialog);
  });
  on("pad:wanted", ({ number }) => open(dialog, number));
  onSwap((place) => {
    if (place?.id === "pad-body") ready(dialog);
  });
  ready(document);
}

let wanted = "";

/** @param {HTMLDialogElement} dialog */
function open(dialog, number = "") {
  wanted = number;
  if (!dialog.open) dialog.showModal();
  tell("pad:open", {}, need("#pad-body", dialog));
}

/** @param {HTMLElement} pad */
function numberOf(pad) {
  return needA(HTMLInputElement, "[name=number]", pad);
}

/** @param {ParentNode} place */
function ready(place) {
  const pad = find("[data-pad]", place);
  if (pad === null) return;
  const number = numberOf(pad);
  if (wanted !== "") number.value = wanted;
  wanted = "";
  number.focus();
  need("[data-register-tel]", pad).hidden = !isSecureContext ||
    !("registerProtocolHandler" in navigator);
}

/**
 * @param {HTMLElement} pad
 * @param {Event} event
 */
function press(pad, event) {
  const number = numberOf(pad);
  const key = around(event, "[data-pad-key]");
  if (key !== null) number.value += key.dataset.padKey;
  if (around(event, "[data-pad-delete]")) number.value = number.value.slice(0, -1);
  if (around(event, "[data-register-tel]")) {
    navigator.registerProtocolHandler("tel", `${location.origin}/dial?number=%s`);
  }
  if (around(event, "[data-dial]")) pad.closest("dialog")?.close();
}

/**
 * Without a number it is the last one again, as on a telephone.
 * @param {HTMLFormElement} pad
 * @param {HTMLDialogElement} dialog
 */
function submit(pad, dialog) {
  const number = numberOf(pad).value.trim() || (pad.dataset.last ?? "");
  if (number === "") return numberOf(pad).focus();
  dial({ number, extension: String(new FormData(pad).get("extension") ?? "") });
  if (dialog.open) dialog.close();
}
