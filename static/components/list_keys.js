// @ts-check
import { all } from "./elements.js";
import { isTyping } from "./typing.js";

/**
 * A list of rows: `j` and `k` go through it, wherever nobody types; Enter opens, as for any link.
 * @type {import("../shell/modules.js").Mount}
 */
export function mount(list, { signal }) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping()) return;
    // By the key's place: under a Korean layout `j` gives a letter of its own.
    const by = event.code === "KeyJ" ? 1 : event.code === "KeyK" ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    step(list, by);
  }, { signal });
}

/**
 * @param {HTMLElement} list
 * @param {1 | -1} by
 */
function step(list, by) {
  const links = all(".row_link", list);
  const within = document.activeElement?.closest("#panel") ? ".selected .row_link" : ":focus";
  const now = links.findIndex((link) => link.matches(within));
  const next = links[now === -1 ? 0 : Math.min(links.length - 1, Math.max(0, now + by))];
  next?.focus();
}
