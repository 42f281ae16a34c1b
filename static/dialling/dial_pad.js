// @ts-check
/** The dial pad, in its dialog or as a page of its own. */
import { dial } from "./dial.js";
import { around, need, needA } from "../components/elements.js";

/** @type {import("../shell/regions.js").Mount} */
export function mount(pad, life) {
  if (!(pad instanceof HTMLFormElement)) throw new Error("the dial pad is to be a form");
  pad.addEventListener("click", (event) => press(pad, event), life);
  pad.addEventListener("submit", (event) => {
    event.preventDefault();
    submit(pad);
  }, life);
  const number = numberOf(pad);
  const { number: wanted = "" } = pad.closest("dialog")?.dataset ?? {};
  if (wanted !== "") number.value = wanted;
  number.focus();
  need("[data-register-tel]", pad).hidden = !isSecureContext ||
    !("registerProtocolHandler" in navigator);
}

/** @param {HTMLElement} pad */
function numberOf(pad) {
  return needA(HTMLInputElement, "[name=number]", pad);
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
 */
function submit(pad) {
  const number = numberOf(pad).value.trim() || (pad.dataset.last ?? "");
  if (number === "") return numberOf(pad).focus();
  dial({ number, extension: String(new FormData(pad).get("extension") ?? "") });
  pad.closest("dialog")?.close();
}
