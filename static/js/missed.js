/** Everywhere that says how many missed callers wait says it anew when it changes. */
export function startMissed() {
  document.body.addEventListener("missed", ({ detail }) => {
    for (const place of document.querySelectorAll("[data-missed-count]")) {
      place.textContent = detail.count === 0 && place.matches(".nav_count") ? "" : detail.count;
    }
  });
}
