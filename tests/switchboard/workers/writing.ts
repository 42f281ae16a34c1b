// A worker of the line that says that it is open, and then holds its thread for ever in the midst of a write.
import type { FromLine, ToLine } from "../../../lib/switchboard/thread_messages.ts";
import { workerScope } from "../../../lib/base/worker_scope.ts";
import { openStore } from "../../../lib/store/open_store.ts";

const scope = workerScope<ToLine, FromLine>();
scope.onmessage = ({ data: message }) => {
  if (message.type !== "open") return;
  const { data, claims, writing, line: { device } } = message;
  const store = openStore(data, { existing: true, claims, writing });
  const rest = { code: null, text: null, settings: null, device, since: 0 };
  scope.postMessage({ type: "status", status: { state: "open", ...rest } });
  store.transaction(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0));
};
