// @ts-check
/** "Call back": the buttons that fill in a usual time, and the choice that goes with it. */
import { fieldOf } from "./note_fields.js";

/**
 * @param {HTMLFormElement} form
 * @param {string} choice "30" minutes, say, or "tomorrow"
 */
export function fillInCallback(form, choice) {
  fieldOf(form, "state").value = "callback";
  fieldOf(form, "callbackAt").value = localMinute(timeFor(choice));
  form.dispatchEvent(new Event("input", { bubbles: true }));
}

/**
 * In so many minutes, to the next five; or tomorrow at nine.
 * @param {string} choice "30" or "tomorrow"
 */
function timeFor(choice) {
  const at = new Date();
  if (choice === "tomorrow") {
    at.setDate(at.getDate() + 1);
    at.setHours(9, 0, 0, 0);
    return at;
  }
  at.setMinutes(Math.ceil((at.getMinutes() + Number(choice)) / 5) * 5, 0, 0);
  return at;
}

/** @param {Date} date */
function localMinute(date) {
  /** @param {number} number */
  const two = (number) => String(number).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
