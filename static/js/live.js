/**
 * Turns what the stream says into events on the body, by which the regions of a page re-render themselves, and says
 * `live:connected` after every connection, since events may have been missed before it.
 */
import { showConnection } from "./connection_mark.js";
import { startLiveWithoutWorker } from "./live_without_worker.js";
import { on, tell } from "./page_events.js";

export function startLive() {
  const root = document.documentElement;
  const sessionKey = root.dataset.sessionKey;
  on("line", showLine);
  const send = connect(root.dataset.liveWorker, sessionKey, hear);

  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-reconnect]")) send("reconnect");
  });
  addEventListener("online", () => send("reconnect"));
  addEventListener("offline", () => send("reconnect"));
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") send("check");
  });
  addEventListener("pagehide", () => send("bye"));
  // A page taken back from the browser's cache has heard nothing in the meantime.
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}

function connect(workerUrl, sessionKey, onMessage) {
  if (typeof SharedWorker === "undefined") return startLiveWithoutWorker(sessionKey, onMessage);
  const worker = new SharedWorker(workerUrl, { type: "module", name: sessionKey });
  let stand_in = null;
  worker.port.addEventListener("message", (event) => onMessage(event.data));
  worker.port.start();
  // A browser that has shared workers but not as modules says so here.
  worker.addEventListener("error", () => {
    stand_in ??= startLiveWithoutWorker(sessionKey, onMessage);
  });
  return (message) => stand_in === null ? worker.port.postMessage(message) : stand_in(message);
}

let connected = false;

function hear(message) {
  if (message.kind === "state") return follow(message.state);
  if (message.name === "reload") return tell("live:connected", {});
  if (message.name === "hello") {
    if (message.data.line) showLine(message.data.line);
    if (!connected) tell("live:connected", message.data);
    connected = true;
    return;
  }
  tell(message.name, message.data);
}

function follow(state) {
  if (state.name === "signed_out") {
    location.assign(`/login?next=${encodeURIComponent(location.pathname + location.search)}`);
    return;
  }
  // Somebody else signed in here: nothing on this page is theirs.
  if (state.name === "replaced") return location.reload();
  if (state.name !== "live") connected = false;
  if (state.name === "live" && !connected) {
    connected = true;
    tell("live:connected", {});
  }
  showConnection(state);
}

function showLine(detail) {
  const mark = document.getElementById("line");
  mark.dataset.state = detail.state;
  mark.querySelector(".mark_word").textContent = detail.text;
}
