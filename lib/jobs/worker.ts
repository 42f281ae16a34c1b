/**
 * The jobs worker: whatever takes long, on connections of its own. Each lane of jobs has a connection; exports
 * are written beside them, as fast as their readers read.
 */
import { ExportDesk } from "./export_desk.ts";
import { JobBench } from "./job_bench.ts";
import type { FromJobs, ToJobs } from "./messages.ts";
import { workerScope } from "../base/worker_scope.ts";

const scope = workerScope<ToJobs, FromJobs>();
const tell = (message: FromJobs) => scope.postMessage(message);
let bench: JobBench | null = null;
let desk: ExportDesk | null = null;

scope.onmessage = ({ data: message }) => {
  switch (message.type) {
    case "begin":
      bench = new JobBench(message, tell);
      desk = new ExportDesk(message.data, tell);
      break;
    case "start":
      void bench?.start(message);
      break;
    case "cancel":
      bench?.cancel(message.id);
      break;
    case "export":
      desk?.open(message.id, message.request);
      break;
    case "more":
      void desk?.more(message.id);
      break;
    case "drop":
      void desk?.drop(message.id);
      break;
    case "stop":
      void stop();
      break;
    default:
      message satisfies never;
  }
};

async function stop(): Promise<void> {
  await desk?.close();
  await bench?.close();
  tell({ type: "stopped" });
  scope.close();
}
