import { guarded } from "../base/guarded.ts";
import type { JobKind, JobKinds } from "../domain/job_kind.ts";
import { keepFailure, moveImport, requireImport } from "../store/imports.ts";
import { checkRestore } from "./backup/check_restore.ts";
import { runBackup } from "./backup/run_backup.ts";
import { checkImport } from "./import/check_import.ts";
import { readImport } from "./import/read_import.ts";
import { undoImport } from "./import/remove_import.ts";
import { tidyImports } from "./import/tidy_imports.ts";
import { writeImport } from "./import/write_import.ts";
import type { JobContext } from "./job_context.ts";
import { failureOf, JobFailure } from "./job_failure.ts";

type Handlers = {
  readonly [Kind in JobKind]: (
    input: JobKinds[Kind]["input"],
    job: JobContext,
  ) => Promise<JobKinds[Kind]["result"]>;
};

const HANDLERS: Handlers = {
  read_import: async ({ importId }, job) => {
    // Somebody wants it to be tried anew.
    moveImport(job.store, importId, "failed", "draft");
    requireDraft(importId, job);
    await noting(importId, job, async () => {
      try {
        await readImport(importId, job);
      } catch (error) {
        if (!job.comesAgain(error)) {
          moveImport(job.store, importId, "draft", "failed", job.now());
        }
        throw error;
      }
      await checkImport(importId, job);
    });
    return null;
  },
  check_import: async ({ importId }, job) => {
    requireDraft(importId, job);
    return await noting(importId, job, () => checkImport(importId, job));
  },
  write_import: (order, job) => writeImport(order, job),
  undo_import: async (order, job) => {
    await undoImport(order, job);
    return null;
  },
  make_backup: async ({ program }, job) => {
    await runBackup(program, job);
    return null;
  },
  check_restore: async (source, job) => {
    await checkRestore(source, job);
    return null;
  },
  tidy_imports: async (_, job) => {
    await tidyImports(job);
    return null;
  },
};

/** Does a job in this thread. Throws JobFailure where a person can be told why not, the signal's reason when cancelled. */
export function runJob<Kind extends JobKind>(
  kind: Kind,
  input: JobKinds[Kind]["input"],
  job: JobContext,
): Promise<JobKinds[Kind]["result"]> {
  return HANDLERS[kind](input, job);
}

/** Throws where the import is being stored, or was: what came of that stands there, and is touched by no look at its file. */
function requireDraft(importId: number, job: JobContext): void {
  if (requireImport(job.store, importId).state !== "draft") throw new JobFailure("file_gone");
}

/** Keeps with the import why its file is none: a page that is opened tomorrow says it too. */
async function noting<T>(importId: number, job: JobContext, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!job.signal.aborted) {
      const note = () => keepFailure(job.store, importId, failureOf(error));
      // A full disk takes no note either: what is thrown is why.
      guarded("the note of a failed import", note, undefined);
    }
    throw error;
  }
}
