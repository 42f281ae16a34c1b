/**
 * Where the browser has no shared worker: the page that holds the lock keeps the stream and tells the others
 * over a channel; without locks each page keeps its own.
 */
import { LiveStream } from "./live_stream.js";

/** Like a worker's port: `send(message)`, and `onMessage` is called with what the leader tells. */
export function startLiveWithoutWorker(sessionKey, onMessage) {
  const channel = new BroadcastChannel(`belltower:live:${sessionKey}`);
  let stream = null;

  const tell = (message) => {
    onMessage(message);
    channel.postMessage(message);
  };
  const obey = (message) => {
    if (message === "reconnect") stream?.reconnect();
    if (message === "check") stream?.check();
    if (message === "state?" && stream !== null) tell({ kind: "state", state: stream.state });
  };
  const lead = () => {
    stream = new LiveStream(
      sessionKey,
      (name, data) => tell({ kind: "event", name, data }),
      (state) => tell({ kind: "state", state }),
    );
    stream.start();
    return new Promise(() => {});
  };

  channel.addEventListener("message", (event) => {
    if (typeof event.data === "string") obey(event.data);
    else onMessage(event.data);
  });
  if (navigator.locks === undefined) lead();
  else navigator.locks.request(`belltower:live:${sessionKey}`, lead);
  channel.postMessage("state?");

  return (message) => {
    obey(message);
    channel.postMessage(message);
  };
}
