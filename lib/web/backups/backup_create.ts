import { BACKUP_JOB } from "../../domain/job_subject.ts";
import { actorOf } from "../acting.ts";
import type { StaffHandler } from "../visit.ts";

/** A backup now. */
export const backupCreate: StaffHandler = (c, visit) => {
  const by = actorOf(c, visit.person);
  visit.web.jobs.start("make_backup", { program: visit.web.version }, BACKUP_JOB, by);
  return c.redirect("/settings/backup", 303);
};
