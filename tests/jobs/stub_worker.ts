// In place of the jobs worker: tidies at once, and dies of an import that it is to read.
import type { FromJobs, ToJobs } from "../../lib/jobs/messages.ts";
import { workerScope } from "../../lib/jobs/worker_scope.ts";

const scope = workerScope<ToJobs, FromJobs>();
scope.onmessage = ({ data: message }) => {
  if (message.type === "stop") scope.postMessage({ type: "stopped" });
  if (message.type !== "start") return;
  if (message.kind === "read_import") throw new Error("as if it had found a fault of the program");
  if (message.kind === "tidy_imports") scope.postMessage({ type: "done", id: message.id });
};
