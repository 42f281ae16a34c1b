// @ts-check
/**
 * Shared by all pages of one session: one stream, told to every page. The worker is named by the session's
 * key, so that a new sign-in has a worker of its own.
 */
import { LiveStream } from "./live_stream.js";

/** @type {Set<MessagePort>} */
const pages = new Set();
/** @type {LiveStream | null} */
let stream = null;

self.addEventListener("connect", (event) => {
  const [page] = /** @type {MessageEvent} */ (event).ports;
  if (page === undefined) return;
  page.addEventListener("message", ({ data }) => hear(page, data));
  page.start();
});

/** @param {string} told */
function startStream(told) {
  const started = new LiveStream(
    self.name,
    (event, heard) => tellAll({ kind: "event", heard, ...event }),
    (state) => tellAll({ kind: "state", state }),
  );
  started.start(told);
  return started;
}

/** @param {import("./live_stream.js").StreamMessage} message */
function tellAll(message) {
  for (const page of pages) page.postMessage(message);
}

/**
 * @param {MessagePort} page
 * @param {import("./live_stream.js").PageMessage} message
 */
function hear(page, message) {
  if (typeof message === "object") join(page, message.told);
  if (message === "reconnect") stream?.reconnect();
  if (message === "check") stream?.check();
  if (message === "bye") pages.delete(page);
}

/**
 * The first page's stream goes on where that page was made: what has happened since is told, not only that something has.
 * @param {MessagePort} page
 * @param {string} told
 */
function join(page, told) {
  if (stream === null || stream.isOver) stream = startStream(told);
  page.postMessage({ kind: "state", state: stream.state });
  pages.add(page);
}
