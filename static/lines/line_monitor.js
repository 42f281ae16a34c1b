// @ts-check
/**
 * The line monitor: puts what comes over the line above what is there, the newest `most` frames. While somebody has
 * paused it to read, what comes waits beside the table and is counted.
 */
import { need } from "../components/elements.js";
import { on } from "../shell/page_events.js";

/** Between two questions, however fast frames come: one answer brings the frames of many events. */
const SETTLE_MS = 250;
/** So long an answer may take; and after none, so long until it is asked again. */
const ANSWER_MS = 20_000;
const AGAIN_MS = 2000;

/** @type {import("../shell/regions.js").Mount} */
export function mount(rows, life) {
  const pause = need("[data-monitor-pause]");
  const count = need("[data-monitor-waiting]");
  const { lineMonitor, url = "", only = "", most: mostText } = rows.dataset;
  const { text = "" } = count.dataset;
  const most = Number(mostText);
  const waiting = document.createElement("tbody");
  const isPaused = () => pause.getAttribute("aria-pressed") === "true";
  let isAsking = false;
  let isWanted = false;

  async function ask() {
    isWanted = true;
    if (isAsking) return;
    isAsking = true;
    while (isWanted && !life.signal.aborted) {
      isWanted = false;
      const newest = newestOf(waiting) ?? newestOf(rows) ?? "0";
      const html = await framesBehind(newest, url, only);
      if (html === null) isWanted = true;
      else show(html);
      await pass(html === null ? AGAIN_MS : SETTLE_MS);
    }
    isAsking = false;
  }

  /** @param {string} html */
  function show(html) {
    waiting.insertAdjacentHTML("afterbegin", html);
    keepNewest(waiting, most);
    if (!isPaused()) {
      rows.prepend(...waiting.children);
      keepNewest(rows, most);
    }
    const some = waiting.children.length;
    count.textContent = some === 0 ? "" : text.replace("#", `${some}${some < most ? "" : "+"}`);
  }

  on("frame", ({ lineId }) => {
    if (lineId === Number(lineMonitor)) ask();
  }, life);
  on("live:connected", ask, life);
  on("live:resumed", ask, life);
  pause.addEventListener("click", () => {
    pause.setAttribute("aria-pressed", String(!isPaused()));
    show("");
  }, life);
}

/**
 * The rows of the frames behind this one, the newest first; null where there was no answer.
 * @param {string} after
 * @param {string} url
 * @param {string} only
 */
async function framesBehind(after, url, only) {
  try {
    const response = await fetch(`${url}?${new URLSearchParams({ after, only })}`, {
      headers: { "HX-Request": "true" },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    if (response.ok) return await response.text();
    // Too busy at this moment. Anything else is not for this person any more, and asking again brings no frames.
    return response.status === 429 || response.status >= 500 ? null : "";
  } catch (error) {
    // fetch says TypeError for every kind of unreachable server, and TimeoutError for one that is stuck.
    if (error instanceof TypeError || error instanceof DOMException) return null;
    throw error;
  }
}

/**
 * @param {Element} rows
 * @returns {string | undefined} the ID of the newest frame among them
 */
function newestOf(rows) {
  return rows.querySelector("[data-frame]")?.getAttribute("data-frame") ?? undefined;
}

/**
 * @param {Element} rows
 * @param {number} most
 */
function keepNewest(rows, most) {
  for (const row of [...rows.children].slice(most)) row.remove();
}

/** @param {number} ms */
function pass(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
