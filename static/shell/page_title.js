// @ts-check
import { on } from "./page_events.js";

/**
 * Says the title of a page that has come into the shell, to whoever listens to the screen.
 * @type {import("./regions.js").Mount}
 */
export function mount(place, life) {
  on("page:shown", () => place.textContent = document.title, life);
}
