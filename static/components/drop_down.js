// @ts-check
import { all, around, need } from "./elements.js";

/** `<details data-drop-down>`: closes by a click elsewhere and by Escape. */
export function startDropDowns() {
  document.addEventListener("click", (event) => {
    for (const open of all("[data-drop-down][open]")) {
      if (!(event.target instanceof Node && open.contains(event.target))) {
        open.removeAttribute("open");
      }
    }
  });
  document.addEventListener("keydown", (event) => {
    const open = around(event, "[data-drop-down][open]");
    if (event.key !== "Escape" || open === null) return;
    open.removeAttribute("open");
    need("summary", open).focus();
  });
}
