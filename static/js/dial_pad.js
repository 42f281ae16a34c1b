/** The dial pad: a dialog on every page, opened by its button or the key D; and the same as a page of its own. */
import { dial } from "./dial.js";
import { on, tell } from "./page_events.js";
import { isTyping } from "./typing.js";

export function startDialPad() {
  const dialog = document.getElementById("pad");
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-open-pad]")) open(dialog);
    if (event.target.closest("[data-pad-close]") || event.target === dialog) dialog.close();
    const pad = event.target.closest("[data-pad]");
    if (pad !== null) press(pad, event.target);
  });
  document.addEventListener("keydown", (event) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
    if (event.code !== "KeyD" || !plain || isTyping() || document.querySelector("dialog[open]")) {
      return;
    }
    event.preventDefault();
    open(dialog);
  });
  document.addEventListener("submit", (event) => {
    const pad = event.target.closest("[data-pad]");
    if (pad === null) return;
    event.preventDefault();
    submit(pad, dialog);
  });
  on("pad:wanted", ({ number }) => open(dialog, number));
  document.addEventListener("htmx:after:swap", (event) => {
    if (event.detail.ctx.target.id === "pad-body") ready(dialog);
  });
  ready(document);
}

let wanted = "";

function open(dialog, number = "") {
  wanted = number;
  if (!dialog.open) dialog.showModal();
  tell("pad:open", {}, dialog.querySelector("#pad-body"));
}

function ready(place) {
  const pad = place.querySelector("[data-pad]");
  if (pad === null) return;
  if (wanted !== "") pad.elements.number.value = wanted;
  wanted = "";
  pad.elements.number.focus();
  pad.querySelector("[data-register-tel]").hidden = !isSecureContext ||
    navigator.registerProtocolHandler === undefined;
}

function press(pad, target) {
  const { number } = pad.elements;
  const key = target.closest("[data-pad-key]");
  if (key !== null) number.value += key.dataset.padKey;
  if (target.closest("[data-pad-delete]")) number.value = number.value.slice(0, -1);
  if (target.closest("[data-register-tel]")) {
    navigator.registerProtocolHandler("tel", `${location.origin}/dial?number=%s`);
  }
  if (target.closest("[data-dial]")) pad.closest("dialog")?.close();
}

/** Without a number it is the last one again, as on a telephone. */
function submit(pad, dialog) {
  const number = pad.elements.number.value.trim() || pad.dataset.last;
  if (number === "") return pad.elements.number.focus();
  dial({ number, extension: pad.elements.extension?.value ?? "" });
  if (dialog.open) dialog.close();
}
