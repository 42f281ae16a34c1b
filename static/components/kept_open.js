// @ts-check
import { onSwap } from "./htmx.js";

/**
 * A region that is put there anew while somebody works in it: each `<details id>` in it stays open or closed as they left
 * it.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(region, life) {
  /** @type {Map<string, boolean>} */
  const left = new Map();
  region.addEventListener("click", ({ target }) => {
    const fold = target instanceof Element ? target.closest("summary")?.parentElement : null;
    // The click has not opened or closed it yet.
    if (fold instanceof HTMLDetailsElement && fold.id) left.set(fold.id, !fold.open);
  }, { signal: life.signal });
  onSwap(() => {
    for (const [id, open] of left) {
      const fold = document.getElementById(id);
      if (fold instanceof HTMLDetailsElement) fold.open = open;
    }
  }, life);
}
