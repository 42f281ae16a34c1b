// @ts-check
import { all } from "../components/elements.js";
import { on } from "../shell/page_events.js";

/** Everywhere that says how many missed callers wait says it anew when it changes. */
export function startMissed() {
  on("missed", ({ count }) => {
    for (const place of all("[data-missed-count]")) {
      place.textContent = count === 0 && place.matches(".nav_count") ? "" : String(count);
    }
  });
}
