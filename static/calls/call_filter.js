// @ts-check
import { all, around, needA } from "../components/elements.js";

/** The days of the call log's filter and the stretches with a name exclude each other. */
export function startCallFilter() {
  // Before htmx hears of the change and sends the form.
  document.addEventListener("change", (event) => {
    const form = around(event, "[data-call-filter]");
    if (form === null || !(event.target instanceof HTMLInputElement)) return;
    if (event.target.matches("[data-own-range]")) {
      needA(HTMLInputElement, '[name="range"][value=""]', form).checked = true;
    } else if (event.target.name === "range") {
      for (const day of all("[data-own-range]", form)) {
        if (day instanceof HTMLInputElement) day.value = "";
      }
    }
  }, true);
}
