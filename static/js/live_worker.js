/**
 * Shared by all pages of one session: one stream, told to every page. The worker is named by the session's
 * key, so that a new sign-in has a worker of its own.
 */
import { LiveStream } from "./live_stream.js";

const pages = new Set();
let stream = null;

self.addEventListener("connect", (event) => {
  const page = event.ports[0];
  pages.add(page);
  page.addEventListener("message", (told) => hear(page, told.data));
  page.start();
  if (stream === null || stream.isOver) stream = startStream();
  page.postMessage({ kind: "state", state: stream.state });
});

function startStream() {
  const started = new LiveStream(
    self.name,
    (name, data) => tellAll({ kind: "event", name, data }),
    (state) => tellAll({ kind: "state", state }),
  );
  started.start();
  return started;
}

function tellAll(message) {
  for (const page of pages) page.postMessage(message);
}

function hear(page, message) {
  if (message === "reconnect") stream.reconnect();
  if (message === "check") stream.check();
  if (message === "bye") pages.delete(page);
}
