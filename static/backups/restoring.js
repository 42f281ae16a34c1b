// @ts-check
const FIRST_MS = 2500;
const EVERY_MS = 700;

/**
 * `data-restoring`: the server stops, comes back with the restored state, and then the page it names is opened.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount({ dataset: { restoring: next = "/" } }, { signal }) {
  const look = async () => {
    try {
      // Whatever it answers, it is there again.
      await fetch("/healthz", { cache: "no-store" });
      if (!signal.aborted) location.assign(next);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      lookIn(EVERY_MS);
    }
  };
  /** @param {number} ms */
  const lookIn = (ms) => {
    if (!signal.aborted) setTimeout(look, ms);
  };
  lookIn(FIRST_MS);
}
