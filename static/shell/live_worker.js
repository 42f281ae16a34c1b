// @ts-check
/**
 * Shared by all pages of one session: one stream, told to every page. The worker is named by the session's
 * key, so that a new sign-in has a worker of its own.
 */
import { LiveStream } from "./live_stream.js";

/** @type {Set<MessagePort>} */
const pages = new Set();
let stream = startStream();

self.addEventListener("connect", (event) => {
  const [page] = /** @type {MessageEvent} */ (event).ports;
  if (page === undefined) return;
  pages.add(page);
  page.addEventListener("message", ({ data }) => hear(page, data));
  page.start();
  if (stream.isOver) stream = startStream();
  page.postMessage({ kind: "state", state: stream.state });
});

function startStream() {
  const started = new LiveStream(
    self.name,
    (event) => tellAll({ kind: "event", ...event }),
    (state) => tellAll({ kind: "state", state }),
  );
  started.start();
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
  if (message === "reconnect") stream.reconnect();
  if (message === "check") stream.check();
  if (message === "bye") pages.delete(page);
}
