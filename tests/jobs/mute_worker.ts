// In place of the jobs worker: answers nothing, and counts in the memory that it is given for as long as it lives.
import type { FromJobs, ToJobs } from "../../lib/jobs/messages.ts";
import { workerScope } from "../../lib/base/worker_scope.ts";

workerScope<ToJobs, FromJobs>().onmessage = ({ data: message }) => {
  if (message.type !== "begin" || message.claims === null) return;
  const lives = new Int32Array(message.claims);
  setInterval(() => Atomics.add(lives, 0, 1), 1);
};
