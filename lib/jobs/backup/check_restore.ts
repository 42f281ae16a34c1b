import { getLogger } from "@logtape/logtape";
import type { RestoreSource } from "../../domain/job_kind.ts";
import { problemOf } from "../../store/backup/backup_error.ts";
import { prepareRestore } from "../../store/backup/prepare_restore.ts";
import { forgetRestoreCheck, keepRestoreCheck } from "../../store/backup/restore_check.ts";
import type { JobContext } from "../job_context.ts";

const log = getLogger(["belltower", "jobs"]);

/** Checks a file completely; the outcome is what `restoreCheck` reads afterwards. */
export async function checkRestore(source: RestoreSource, job: JobContext): Promise<void> {
  const { file, name } = source;
  const { data, signal } = job;
  forgetRestoreCheck(data);
  try {
    const ready = await prepareRestore({ ...source, data, now: job.now(), signal });
    keepRestoreCheck(data, { file, name, code: null, ready });
  } catch (error) {
    signal.throwIfAborted();
    const code = problemOf(error);
    if (code === "failed") log.error("{name} could not be checked: {error}", { name, error });
    keepRestoreCheck(data, { file, name, code, ready: null });
  }
}
