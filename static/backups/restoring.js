// @ts-check
import { find } from "../components/elements.js";

/** `[data-restoring]`: the server stops, comes back with the restored state, and then the page it names is opened. */
const FIRST_MS = 2500;
const EVERY_MS = 700;

export function startRestoring() {
  const next = find("[data-restoring]")?.dataset.restoring;
  if (next === undefined) return;
  const look = async () => {
    try {
      // Whatever it answers, it is there again.
      await fetch("/healthz", { cache: "no-store" });
      location.assign(next);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      setTimeout(look, EVERY_MS);
    }
  };
  setTimeout(look, FIRST_MS);
}
