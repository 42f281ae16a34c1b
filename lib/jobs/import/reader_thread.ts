/**
 * Where foreign files are taken apart: a thread that dies alone. No row of theirs comes out of it but on the disk.
 */
import { parentPort, workerData } from "node:worker_threads";
import { JobFailure } from "../job_failure.ts";
import type { FromReader, ReaderOrder } from "./reader_messages.ts";
import { stageTable } from "./stage_table.ts";

const tell = (message: FromReader) => parentPort!.postMessage(message);
const { file, rows } = workerData as ReaderOrder;

try {
  const contents = await stageTable(file, rows, (done) => tell({ type: "progress", done }));
  tell({ type: "done", contents });
} catch (error) {
  if (error instanceof JobFailure) {
    tell({ type: "failed", code: error.code, limit: error.limit, error: null });
  } else {
    const text = error instanceof Error ? error.stack ?? error.message : String(error);
    tell({ type: "failed", code: "failed", limit: 0, error: text });
  }
}
