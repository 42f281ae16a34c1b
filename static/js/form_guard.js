/** A form that was typed into and not saved: the browser asks before the page is left. */

export function startFormGuard() {
  document.addEventListener("input", (event) => {
    const form = event.target.closest?.("form[data-guard]");
    if (form) form.dataset.unsaved = "yes";
  });
  document.addEventListener("submit", (event) => delete event.target.dataset.unsaved);
  addEventListener("beforeunload", (event) => {
    if (document.querySelector("form[data-unsaved]") !== null) event.preventDefault();
  });
}

export function hasUnsaved(form) {
  return form.dataset.unsaved !== undefined;
}
