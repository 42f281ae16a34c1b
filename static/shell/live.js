// @ts-check
/**
 * Turns what the stream says into events on the document, by which the regions of a page re-render themselves, and says
 * `live:connected` after every connection, since events may have been missed before it.
 */
import { showConnection } from "./connection_mark.js";
import { around, need } from "../components/elements.js";
import { eventPlace } from "./event_place.js";
import { startLiveWithoutWorker } from "./live_without_worker.js";
import { on, tell } from "./page_events.js";

/** @typedef {import("./live_stream.js").PageMessage} PageMessage */
/** @typedef {import("./live_stream.js").StreamMessage} StreamMessage */

/** @type {import("./regions.js").Mount} */
export function mount(_mark, life) {
  on("line", showLine, life);
  const send = connect(hear);

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
 * @param {(message: StreamMessage) => void} onMessage
 * @returns {(message: PageMessage) => void}
 */
function connect(onMessage) {
  const { liveWorker = "", sessionKey = "" } = document.documentElement.dataset;
  const { told = "" } = need("#main").dataset;
  const alone = () => startLiveWithoutWorker(sessionKey, told, onMessage);
  if (typeof SharedWorker === "undefined") return alone();
  const worker = new SharedWorker(liveWorker, { type: "module", name: sessionKey });
  /** @type {((message: PageMessage) => void) | null} */
  let standIn = null;
  worker.port.addEventListener("message", (event) => onMessage(event.data));
  worker.port.start();
  worker.port.postMessage({ told });
  // A browser that has shared workers but not as modules says so here.
  worker.addEventListener("error", () => {
    standIn ??= alone();
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
  if (name === "changed") return tellChange(message.heard, data);
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

/**
 * @param {string} id
 * @param {import("../../lib/live/live_event.ts").ChangedMessage} change
 */
function tellChange(id, change) {
  tell("changed", { ...change, place: eventPlace(id) });
}

/** @param {import("./live_stream.js").StreamState} state */
function tellConnected({ resumed, behind, changes }) {
  connected = true;
  if (wasConnected && resumed) {
    tell("live:resumed", {});
    // What stands in the server's memory was not kept for this page.
    tell("board", {});
    tell("notices", {});
    tell("reminder", {});
    return;
  }
  // A page that is new may have been made before the stream was where it is: what was changed in between is known.
  const missed = wasConnected || eventPlace(behind) > eventPlace(need("#main").dataset.told);
  wasConnected = true;
  tell("live:connected", { missed });
  if (!missed) { for (const { id, change } of changes) tellChange(id, change); }
}

/** @param {import("../../lib/live/live_event.ts").LineMessage} line */
function showLine({ state, text }) {
  const mark = need("#line");
  mark.dataset.state = state;
  need(".mark_word", mark).textContent = text;
}
