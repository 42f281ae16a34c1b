// @ts-check
/**
 * A button that prints the page that it is on.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(button, { signal }) {
  button.addEventListener("click", () => print(), { signal });
}
