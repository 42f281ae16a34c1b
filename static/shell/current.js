// @ts-check
import { find } from "../components/elements.js";
import { on } from "./page_events.js";

/**
 * Brings the entry that one is at into view, where a row of entries is wider than the screen.
 * @type {import("./regions.js").Mount}
 */
export function mount(row, life) {
  show(row);
  on("page:shown", () => show(row), life);
}

/** @param {HTMLElement} row */
function show(row) {
  const entry = find("[aria-current]", row);
  if (entry === null) return;
  // The row alone is moved: `scrollIntoView` would move the page below its head, too.
  const [{ left, right }, edges] = [entry.getBoundingClientRect(), row.getBoundingClientRect()];
  if (right > edges.right) row.scrollLeft += right - edges.right;
  else if (left < edges.left) row.scrollLeft -= edges.left - left;
}
