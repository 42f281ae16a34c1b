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
 * Like a worker's port: `onMessage` is called with what the leader tells, and what is returned tells the leader.
 * @param {string} sessionKey
 * @param {(message: StreamMessage) => void} onMessage
 */
export function startLiveWithoutWorker(sessionKey, onMessage) {
  const channel = new BroadcastChannel(`belltower:live:${sessionKey}`);
  /** @type {LiveStream | null} */
  let stream = null;

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
      (event) => tell({ kind: "event", ...event }),
      (state) => tell({ kind: "state", state }),
    );
    stream.start();
    // The pages of a leader that has gone learn that they have missed something.
    tell({ kind: "state", state: stream.state });
    return new Promise(() => {});
  };

  channel.addEventListener("message", ({ data }) => {
    if (typeof data === "string") obey(/** @type {PageMessage | "state?"} */ (data));
    else onMessage(data);
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
