// In place of the jobs worker: tidies at once, dies of an import that it is to read, fails to write one and
// to take one back, and does nothing else. A kind that begins with `toy` fails as its input says. When it is to stop it writes
// 1 into the memory that it was given.
import type { FailureNote } from "../../lib/domain/job_failure.ts";
import type { FromJobs, ToJobs } from "../../lib/jobs/messages.ts";
import { workerScope } from "../../lib/base/worker_scope.ts";

const scope = workerScope<ToJobs, FromJobs>();
let claims: SharedArrayBuffer | null = null;
/** How often each toy was begun. */
const begun = new Map<number, number>();
scope.onmessage = ({ data: message }) => {
  if (message.type === "begin") claims = message.claims;
  if (message.type === "stop") {
    if (claims !== null) Atomics.store(new Int32Array(claims), 0, 1);
    scope.postMessage({ type: "stopped" });
  }
  if (message.type === "cancel") scope.postMessage({ type: "cancelled", id: message.id });
  if (message.type !== "start") return;
  const { id, kind, input } = message;
  if (kind === "read_import") throw new Error("as if it had found a fault of the program");
  if (kind === "write_import" || kind === "undo_import") {
    const error = kind === "undo_import" ? "a fault of the program" : null;
    scope.postMessage({ type: "failed", id, failure: { code: "failed", limit: 0 }, error });
  }
  if (kind === "tidy_imports") scope.postMessage({ type: "done", id });
  if (!kind.startsWith("toy")) return;
  const toy = input as unknown as { fails: number; failure: FailureNote };
  const before = begun.get(id) ?? 0;
  begun.set(id, before + 1);
  if (before < toy.fails) {
    scope.postMessage({ type: "failed", id, failure: toy.failure, error: null });
  } else scope.postMessage({ type: "done", id });
};
