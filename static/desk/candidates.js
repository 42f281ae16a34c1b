// @ts-check
import { find } from "../components/elements.js";
import { isTyping } from "../components/typing.js";

/**
 * Who may be calling: each is chosen by the digit that stands at it.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(candidates, { signal }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping()) return;
    const candidate = find(`[data-candidate="${CSS.escape(event.key)}"]`, candidates);
    if (candidate === null) return;
    event.preventDefault();
    candidate.click();
  }, { signal });
}
