// @ts-check
import { on } from "../shell/page_events.js";

/**
 * Says how much there is to do, whenever that changes; nothing is nothing in the navigation.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(place, life) {
  on("work", ({ count }) => {
    place.textContent = count === 0 ? "" : String(count);
  }, life);
}
