// @ts-check
/** "Call back": the buttons that fill in a usual time, and the choice that goes with it. */
import { serverNow } from "../components/clock.js";
import { callbackTime } from "./callback_time.js";
import { fieldOf } from "./note_fields.js";

/**
 * @param {HTMLFormElement} form
 * @param {string} choice "30" minutes, say, or "tomorrow"
 */
export function fillInCallback(form, choice) {
  fieldOf(form, "state").value = "callback";
  fieldOf(form, "callbackAt").value = callbackTime(choice, form.dataset.zone ?? "UTC", serverNow());
  form.dispatchEvent(new Event("input", { bubbles: true }));
}
