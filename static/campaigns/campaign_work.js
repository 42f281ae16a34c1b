// @ts-check
import { dial } from "../dialling/dial.js";
import { replaceAddress } from "../shell/address.js";

const KEEP_MS = 60_000;

/**
 * The page of the number that is to be called: dials when it is opened, and says that it is there still.
 * @type {import("../shell/regions.js").Mount}
 */
export function mount(work, { signal }) {
  if (location.hash === "#dial") {
    // Once: a reload must not call again.
    replaceAddress(location.pathname);
    dial({ number: work.dataset.number ?? "" });
  }
  const keeping = setInterval(keep, KEEP_MS);
  signal.addEventListener("abort", () => clearInterval(keeping));
}

async function keep() {
  try {
    const response = await fetch("/campaigns/work/keep", { method: "POST" });
    // Given to somebody else, after this computer slept.
    if (response.status === 409) location.assign("/campaigns?lost=1");
  } catch (error) {
    // fetch says TypeError for an unreachable server; the next minute may be better.
    if (!(error instanceof TypeError)) throw error;
  }
}
