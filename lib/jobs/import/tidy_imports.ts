import { removeIfThere } from "../../base/files.ts";
import type { FailureNote } from "../../domain/job_failure.ts";
import { lockImports } from "../../store/import_lock.ts";
import { importById, unfinishedImports } from "../../store/imports.ts";
import type { JobContext } from "../job_context.ts";
import { importFolder } from "../../store/import_folder.ts";
import { takeAway } from "./remove_import.ts";
import { publish } from "./write_import.ts";

const INTERRUPTED: FailureNote = { code: "interrupted", limit: 0 };

/** Files of imports that nobody goes on with, and the rows of those that are done. */
const KEPT_MS = 7 * 86_400_000;

/**
 * Brings to an end what a killed program left: an import that was being written goes, one whose customers are
 * seen already gets its changes. Old uploads go too. Does nothing while another process imports.
 */
export async function tidyImports(job: JobContext): Promise<void> {
  const lock = lockImports(job.data);
  if (lock === null) return;
  try {
    for (const { id, state, failure } of unfinishedImports(job.store)) {
      if (state === "publishing") await publish(id, job);
      else await takeAway(id, state, job, failure ?? INTERRUPTED);
    }
    removeOldFiles(job);
  } finally {
    lock.release();
  }
}

function removeOldFiles(job: JobContext): void {
  for (const id of importsWithFiles(job.data)) {
    const found = importById(job.store, id);
    const old = found === null || job.now() - found.createdAt > KEPT_MS;
    if (old) removeIfThere(importFolder(job.data, id).path);
  }
}

function importsWithFiles(data: string): number[] {
  try {
    return [...Deno.readDirSync(`${data}/imports`)].map(({ name }) => Number(name))
      .filter((id) => Number.isInteger(id));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw error;
  }
}
