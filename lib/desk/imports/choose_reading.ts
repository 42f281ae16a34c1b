import type { ImportReading } from "../../domain/import_contents.ts";
import { importJob } from "../../domain/job_subject.ts";
import { clearFailure, keepReading, requireImport } from "../../store/imports.ts";
import { requireMay } from "../desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";
import { jobOnImport } from "./job_on_import.ts";

/**
 * Says how the file of an import is to be read, and has it read again soon. One that is being stored, or was, stays as
 * it is. Throws `NotFound`.
 */
export function chooseReading(desk: JobDesk, importId: number, reading: ImportReading): void {
  requireMay(desk, "customers.import");
  const { store, jobs } = desk;
  store.transaction(() => {
    const { state } = requireImport(store, importId);
    if (state !== "draft" && state !== "failed") return;
    const before = jobOnImport(desk, importId);
    if (before !== null) jobs.cancel(before.id);
    clearFailure(store, importId);
    keepReading(store, importId, reading);
    startJob(desk, "read_import", { importId }, importJob(importId));
  });
}
