// @ts-check
import { all, needA } from "../components/elements.js";

/**
 * The days of the call log's filter and the stretches with a name exclude each other.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(form, { signal }) {
  // Before htmx hears of the change and sends the form.
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.matches("[data-own-range]")) {
      needA(HTMLInputElement, '[name="range"][value=""]', form).checked = true;
    } else if (target.name === "range") {
      for (const day of all("[data-own-range]", form)) {
        if (day instanceof HTMLInputElement) day.value = "";
      }
    }
  }, { capture: true, signal });
}
