/** `[data-restoring]`: the server stops, comes back with the restored state, and then the page it names is opened. */
const FIRST_MS = 2500;
const EVERY_MS = 700;

export function startRestoring() {
  const place = document.querySelector("[data-restoring]");
  if (!place) return;
  const ask = async () => {
    try {
      // Whatever it answers, it is there again.
      await fetch("/healthz", { cache: "no-store" });
      location.assign(place.dataset.restoring);
    } catch {
      setTimeout(ask, EVERY_MS);
    }
  };
  setTimeout(ask, FIRST_MS);
}
