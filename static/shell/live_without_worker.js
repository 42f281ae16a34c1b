// @ts-check
/**
 * Where the browser has no shared worker: the page that holds the lock keeps the stream and tells the others
 * over a channel; without locks each page keeps its own.
 */
import { LiveStream } from "./live_stream.js";

/**
 * @typedef {import("./live_stream.js").StreamMessage} StreamMessage
 * @typedef {import("./live_stream.js").PageMessage} PageMessage
 */

/**
 * Like a worker's port: `onMessage` is called with what the leader tells, and what is returned tells the leader. `told` is
 * the ID of the last event that had been told when the page was made.
 * @param {string} sessionKey
 * @param {string} told
 * @param {(message: StreamMessage) => void} onMessage
 */
export function startLiveWithoutWorker(sessionKey, told, onMessage) {
  const channel = new BroadcastChannel(`belltower:live:${sessionKey}`);
  /** @type {LiveStream | null} */
  let stream = null;
  /** Whether another page led before: where that one was is not known here. */
  let wasLed = false;

  /** @param {StreamMessage} message */
  const tell = (message) => {
    onMessage(message);
    channel.postMessage(message);
  };
  /** @param {PageMessage | "state?"} message a page that is new asks for the state */
  const obey = (message) => {
    if (message === "reconnect") stream?.reconnect();
    if (message === "check") stream?.check();
    if (message === "state?" && stream !== null) tell({ kind: "state", state: stream.state });
  };
  const lead = () => {
    stream = new LiveStream(
      sessionKey,
      (event, heard) => tell({ kind: "event", heard, ...event }),
      (state) => tell({ kind: "state", state }),
    );
    stream.start(wasLed ? "" : told);
    // The pages of a leader that has gone learn that they have missed something.
    tell({ kind: "state", state: stream.state });
    return new Promise(() => {});
  };

  channel.addEventListener("message", ({ data }) => {
    if (typeof data === "string") return obey(/** @type {PageMessage | "state?"} */ (data));
    wasLed = true;
    onMessage(data);
  });
  /** @type {Partial<Navigator>} */
  const { locks } = navigator;
  if (locks === undefined) lead();
  else locks.request(`belltower:live:${sessionKey}`, lead);
  channel.postMessage("state?");

  /** @param {PageMessage} message */
  const send = (message) => {
    obey(message);
    channel.postMessage(message);
  };
  return send;
}
