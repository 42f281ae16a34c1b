// @ts-check
import { all, find } from "./elements.js";
import { onSwap } from "./htmx.js";
import { isTyping } from "./typing.js";

/**
 * A list of rows: `j` and `k` go through it, wherever nobody types; Enter opens, as for any link.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(list, life) {
  const { signal } = life;
  keepPlace(list, life);
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

/**
 * The keyboard stays at its row when what had the focus is replaced, such as the button that was just pressed.
 * @param {HTMLElement} list
 * @param {import("../shell/regions.js").Life} life
 */
function keepPlace(list, life) {
  /** @type {{ readonly place: Element, readonly row: number } | null} */
  let last = null;
  list.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element)) return;
    last = { place: target, row: all("tbody tr", list).findIndex((row) => row.contains(target)) };
  }, { signal: life.signal });
  onSwap(() => {
    if (last === null || last.place.isConnected || document.activeElement !== document.body) return;
    const row = all("tbody tr", list).slice(0, last.row + 1).at(-1);
    if (row !== undefined) find(".row_link", row)?.focus();
  }, life);
}
