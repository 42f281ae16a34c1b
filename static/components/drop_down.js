// @ts-check
import { all, around, need } from "./elements.js";

/**
 * `<details data-drop-down>`: closes by a click elsewhere and by Escape.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(body, { signal }) {
  body.addEventListener("click", ({ target }) => {
    for (const open of all("[data-drop-down][open]", body)) {
      if (!(target instanceof Node && open.contains(target))) open.removeAttribute("open");
    }
  }, { signal });
  body.addEventListener("keydown", (event) => {
    const open = around(event, "[data-drop-down][open]");
    if (event.key !== "Escape" || open === null) return;
    open.removeAttribute("open");
    need("summary", open).focus();
  }, { signal });
}
