import { importJob } from "../../domain/job_subject.ts";
import { type ImportState, requireImport } from "../../store/imports.ts";
import { requireMay } from "../desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";
import { jobOnImport } from "./job_on_import.ts";

/** Begins to store the customers of an import. One that is being stored, or was, stays as it is. Throws `NotFound`. */
export function runImport(desk: JobDesk, importId: number): void {
  begin(desk, importId, "draft", "write_import");
}

/** Begins to take a finished import back. One that is not finished stays as it is. Throws `NotFound`. */
export function undoImport(desk: JobDesk, importId: number): void {
  begin(desk, importId, "done", "undo_import");
}

/** Stops the reading of a file or the storing of its customers; nothing of them stays. Throws `NotFound`. */
export function cancelImport(desk: JobDesk, importId: number): void {
  requireMay(desk, "customers.import");
  requireImport(desk.store, importId);
  const job = jobOnImport(desk, importId);
  if (job !== null) desk.jobs.cancel(job.id);
}

function begin(
  desk: JobDesk,
  importId: number,
  from: ImportState,
  kind: "write_import" | "undo_import",
): void {
  requireMay(desk, "customers.import");
  const { store } = desk;
  store.transaction(() => {
    const { state } = requireImport(store, importId);
    if (state !== from || jobOnImport(desk, importId) !== null) return;
    startJob(desk, kind, { importId }, importJob(importId));
  });
}
