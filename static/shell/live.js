// @ts-check
/**
 * Turns what the stream says into events on the document, by which the regions of a page re-render themselves, and says
 * `live:connected` after every connection, since events may have been missed before it.
 */
import { showConnection } from "./connection_mark.js";
import { around, need } from "../components/elements.js";
import { startLiveWithoutWorker } from "./live_without_worker.js";
import { on, tell } from "./page_events.js";

/** @typedef {import("./live_stream.js").PageMessage} PageMessage */
/** @typedef {import("./live_stream.js").StreamMessage} StreamMessage */

/** @type {import("./regions.js").Mount} */
export function mount(_mark, life) {
  const { liveWorker = "", sessionKey = "" } = document.documentElement.dataset;
  on("line", showLine, life);
  const send = connect(liveWorker, sessionKey, hear);

  document.addEventListener("click", (event) => {
    if (around(event, "[data-reconnect]")) send("reconnect");
  }, life);
  addEventListener("online", () => send("reconnect"), life);
  addEventListener("offline", () => send("reconnect"), life);
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send("check");
  }, life);
  addEventListener("pagehide", () => send("bye"), life);
  // A page taken back from the browser's cache has heard nothing in the meantime.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  }, life);
  life.signal.addEventListener("abort", () => send("bye"));
}

/**
 * @param {string} workerUrl
 * @param {string} sessionKey
 * @param {(message: StreamMessage) => void} onMessage
 * @returns {(message: PageMessage) => void}
 */
function connect(workerUrl, sessionKey, onMessage) {
  if (typeof SharedWorker === "undefined") return startLiveWithoutWorker(sessionKey, onMessage);
  const worker = new SharedWorker(workerUrl, { type: "module", name: sessionKey });
  /** @type {((message: PageMessage) => void) | null} */
  let standIn = null;
  worker.port.addEventListener("message", (event) => onMessage(event.data));
  worker.port.start();
  // A browser that has shared workers but not as modules says so here.
  worker.addEventListener("error", () => {
    standIn ??= startLiveWithoutWorker(sessionKey, onMessage);
  });
  return (message) => standIn === null ? worker.port.postMessage(message) : standIn(message);
}

/** What others do comes as events; that and how the stream itself is comes as these. */
const OF_THE_STREAM = new Set(["hello", "beat", "reload", "signed_out"]);
let heard = 0;

/** How many events have come so far that may change a page. */
export function eventsHeard() {
  return heard;
}

let connected = false;
/** Whether it was so before: a page that is new has heard nothing of what a stream goes on with. */
let wasConnected = false;

/** @param {StreamMessage} message */
function hear(message) {
  if (message.kind === "state") return follow(message.state);
  const { name, data } = message;
  if (!OF_THE_STREAM.has(name)) heard += 1;
  if (name === "reload") return tell("live:connected", { missed: true });
  if (name === "hello") {
    if (data.line) showLine(data.line);
    tell("beat", { now: data.now });
    return;
  }
  tell(name, data);
}

/** @param {import("./live_stream.js").StreamState} state */
function follow(state) {
  if (state.name === "signed_out") {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  // Somebody else signed in here: nothing on this page is theirs.
  if (state.name === "replaced") return location.reload();
  if (state.name !== "live") connected = false;
  if (state.name === "live" && !connected) tellConnected(state);
  showConnection(state);
}

/** @param {import("./live_stream.js").StreamState} state */
function tellConnected({ resumed, heard }) {
  connected = true;
  if (wasConnected && resumed) {
    tell("live:resumed", {});
    // What stands in the server's memory was not kept for this page.
    tell("board", {});
    tell("notices", {});
    tell("reminder", {});
    return;
  }
  const { told = "" } = need("#main").dataset;
  tell("live:connected", { missed: wasConnected || placeOf(heard) > placeOf(told) });
  wasConnected = true;
}

/**
 * The place of an event among all, by its ID.
 * @param {string} id
 */
function placeOf(id) {
  return Number.parseInt(id, 10) || 0;
}

/** @param {import("../../lib/live/live_event.ts").LineMessage} line */
function showLine({ state, text }) {
  const mark = need("#line");
  mark.dataset.state = state;
  need(".mark_word", mark).textContent = text;
}
