/** A button with `data-print` prints the page that it is on. */
export function startPrint() {
  document.body.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("[data-print]")) globalThis.print();
  });
}
