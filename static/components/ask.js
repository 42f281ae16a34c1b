// @ts-check
import { around } from "./elements.js";

/** A click on `[data-ask]` is done only after its question was answered with yes. */
export function startAsk() {
  document.addEventListener("click", (event) => {
    const asking = around(event, "[data-ask]");
    if (asking === null || confirm(asking.dataset.ask)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
}
