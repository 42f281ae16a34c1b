// In place of the jobs worker: tidies at once, dies of an import that it is to read, fails to write one and
// to take one back, and does nothing else. When it is to stop it writes 1 into the memory that it was given.
import type { FromJobs, ToJobs } from "../../lib/jobs/messages.ts";
import { workerScope } from "../../lib/base/worker_scope.ts";

const scope = workerScope<ToJobs, FromJobs>();
let claims: SharedArrayBuffer | null = null;
scope.onmessage = ({ data: message }) => {
  if (message.type === "begin") claims = message.claims;
  if (message.type === "stop") {
    if (claims !== null) Atomics.store(new Int32Array(claims), 0, 1);
    scope.postMessage({ type: "stopped" });
  }
  if (message.type === "cancel") scope.postMessage({ type: "cancelled", id: message.id });
  if (message.type !== "start") return;
  if (message.kind === "read_import") throw new Error("as if it had found a fault of the program");
  if (message.kind === "write_import" || message.kind === "undo_import") {
    const error = message.kind === "undo_import" ? "a fault of the program" : null;
    scope.postMessage({ type: "failed", id: message.id, code: "failed", limit: 0, error });
  }
  if (message.kind === "tidy_imports") scope.postMessage({ type: "done", id: message.id });
};
