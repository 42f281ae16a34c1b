// @ts-check
/**
 * A button, a link or a form with `data-ask`: done only after its question was answered with yes.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(asking, { signal }) {
  /** @param {Event} event */
  const stopUnlessYes = (event) => {
    if (confirm(asking.dataset.ask)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const options = { capture: true, signal };
  // A click into a field of a form is none on what it does.
  if (asking instanceof HTMLFormElement) asking.addEventListener("submit", stopUnlessYes, options);
  else asking.addEventListener("click", stopUnlessYes, options);
}
