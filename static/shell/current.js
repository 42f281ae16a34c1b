// @ts-check
import { find } from "../components/elements.js";

/**
 * Brings the entry that one is at into view, where a row of entries is wider than the screen.
 * @type {import("./modules.js").Mount}
 */
export function mount(row) {
  const entry = find("[aria-current]", row);
  if (entry === null) return;
  // The row alone is moved: `scrollIntoView` would move the page below its head, too.
  const [{ left, right }, edges] = [entry.getBoundingClientRect(), row.getBoundingClientRect()];
  if (right > edges.right) row.scrollLeft += right - edges.right;
  else if (left < edges.left) row.scrollLeft -= edges.left - left;
}
