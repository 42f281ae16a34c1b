// @ts-check
import { around } from "./elements.js";

/**
 * In a list whose rows change under the hand: the second click of a double click does not press the button that the first
 * one has brought there, which takes it back, or is the next row's.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(list, { signal }) {
  list.addEventListener("click", (event) => {
    if (event.detail < 2 || around(event, "button") === null) return;
    event.preventDefault();
    event.stopPropagation();
  }, { capture: true, signal });
}
