// @ts-check
import { around } from "../components/elements.js";

/** A button with `data-print` prints the page that it is on. */
export function startPrint() {
  document.addEventListener("click", (event) => {
    if (around(event, "[data-print]") !== null) print();
  });
}
