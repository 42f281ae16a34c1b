/**
 * Where foreign files are taken apart: a thread that dies alone. No row of theirs comes out of it but on the disk.
 */
import { parentPort, workerData } from "node:worker_threads";
import { failureOf, JobFailure } from "../../job_failure.ts";
import type { FromReader, ReaderOrder } from "./reader_messages.ts";
import { stageTable } from "./stage_table.ts";

const tell = (message: FromReader) => parentPort!.postMessage(message);
const { file, rows, reading } = workerData as ReaderOrder;

try {
  const contents = await stageTable(
    file,
    rows,
    reading,
    (done) => tell({ type: "progress", done }),
  );
  tell({ type: "done", contents });
} catch (error) {
  const text = error instanceof Error ? error.stack ?? error.message : String(error);
  const isFiles = error instanceof JobFailure;
  tell({ type: "failed", failure: failureOf(error), error: isFiles ? null : text });
}
