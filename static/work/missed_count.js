// @ts-check
import { on } from "../shell/page_events.js";

/**
 * Says how many missed callers wait, whenever that changes; none is nothing in the navigation.
 * @type {import("../shell/modules.js").Mount}
 */
export function mount(place, life) {
  on("missed", ({ count }) => {
    place.textContent = count === 0 && place.matches(".nav_count") ? "" : String(count);
  }, life);
}
