import type { ImportChoices, ImportColumn } from "../../domain/customer_import.ts";
import { importJob } from "../../domain/job_subject.ts";
import { clearFailure, keepChoices, requireImport } from "../../store/imports.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";
import { jobOnImport } from "./job_on_import.ts";

const LONGEST_LABEL = 40;

/**
 * Keeps what each column of an import is and what is done with duplicates; what was found out about other choices is void.
 * Returns false, and keeps nothing, where the import is not a draft whose file was read. Throws `NotFound`.
 */
export function keepColumns(desk: Desk, importId: number, choices: ImportChoices): boolean {
  requireMay(desk, "customers.import");
  const { store } = desk;
  return store.transaction(() => {
    const { state, contents } = requireImport(store, importId);
    if (state !== "draft" || contents === null) return false;
    const columns = contents.headings.map((_, index) => columnOf(choices.columns[index]));
    clearFailure(store, importId);
    keepChoices(store, importId, { ...choices, columns });
    return true;
  });
}

/** The same, and looks soon what would happen with them. */
export function chooseColumns(desk: JobDesk, importId: number, choices: ImportChoices): boolean {
  const { store, jobs } = desk;
  return store.transaction(() => {
    if (!keepColumns(desk, importId, choices)) return false;
    const before = jobOnImport(desk, importId);
    if (before !== null) jobs.cancel(before.id);
    startJob(desk, "check_import", { importId }, importJob(importId));
    return true;
  });
}

/** Only a number has a label of its own. */
function columnOf({ field, label }: ImportColumn = { field: "", label: "" }): ImportColumn {
  if (field !== "number") return { field, label: "" };
  return { field, label: label.replace(/\p{C}/gu, "").trim().slice(0, LONGEST_LABEL) };
}
