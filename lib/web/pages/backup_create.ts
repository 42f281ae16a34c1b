import { BACKUP_JOB } from "../present/backup_view.ts";
import type { StaffHandler } from "../visit.ts";

/** A backup now. */
export const backupCreate: StaffHandler = (c, visit) => {
  visit.web.jobs.start("make_backup", { program: visit.web.version }, BACKUP_JOB);
  return c.redirect("/settings/backup", 303);
};
