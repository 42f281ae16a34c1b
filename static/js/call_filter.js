/** The days of the call log's filter and the stretches with a name exclude each other. */
export function startCallFilter() {
  // Before htmx hears of the change and sends the form.
  document.addEventListener("change", (event) => {
    const form = event.target.closest("[data-call-filter]");
    if (form === null) return;
    if (event.target.matches("[data-own-range]")) {
      form.querySelector('[name="range"][value=""]').checked = true;
    } else if (event.target.name === "range") {
      for (const day of form.querySelectorAll("[data-own-range]")) day.value = "";
    }
  }, true);
}
