// @ts-check
/** Short words at the foot of the page that go away by themselves; an error stays longer. */
import { need } from "./elements.js";
import { onHtmx } from "./htmx.js";
import { word } from "./words.js";

const STAYS_MS = 4000;
const ERROR_STAYS_MS = 8000;

/** @type {import("../shell/regions.js").Mount} */
export function mount(place, life) {
  const arrivals = new MutationObserver((changes) => {
    for (const change of changes) {
      for (const node of change.addedNodes) {
        if (node instanceof HTMLElement) leaveLater(node);
      }
    }
  });
  arrivals.observe(place, { childList: true });
  life.signal.addEventListener("abort", () => arrivals.disconnect());
  onHtmx("response:error", ({ response: { status, headers } }) => {
    // An answer that chose its own place says better what is wrong.
    if (status >= 500 && headers.get("HX-Retarget") === null) {
      toast(word("serverFailed"), "error");
    }
  }, life);
}

/**
 * @param {string} text
 * @param {"done" | "error"} kind
 */
export function toast(text, kind) {
  const place = document.createElement("div");
  place.className = `toast ${kind}`;
  place.textContent = text;
  need("#toasts").append(place);
}

/** @param {HTMLElement} node */
function leaveLater(node) {
  const isError = node.classList.contains("error");
  setTimeout(() => node.remove(), isError ? ERROR_STAYS_MS : STAYS_MS);
}
