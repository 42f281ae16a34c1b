// @ts-check
import { all } from "../components/elements.js";

/** Brings the entry that one is at into view, where a row of entries is wider than the screen. */
export function startCurrent() {
  for (const entry of all("nav [aria-current]")) {
    entry.scrollIntoView({ block: "nearest", inline: "nearest" });
  }
}
