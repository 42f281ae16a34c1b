// @ts-check
import { find } from "../components/elements.js";

/**
 * Brings the entry that one is at into view, where a row of entries is wider than the screen.
 * @type {import("./modules.js").Mount}
 */
export function mount(row) {
  find("[aria-current]", row)?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
