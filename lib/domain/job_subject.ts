/** What jobs are about: pages and the server find them again by this. */
export const BACKUP_JOB = "backup";
export const RESTORE_JOB = "restore";
/** Imports that a killed program left behind. */
export const TIDY_JOB = "tidy";

/** `import:17`; lib/store/jobs.ts finds the file's name by it. */
export function importJob(importId: number): string {
  return `import:${importId}`;
}
