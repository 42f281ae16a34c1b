import { makeBackup } from "../../desk/backups/make_backup.ts";
import { jobDeskOf } from "../desk_of.ts";
import type { StaffHandler } from "../visit.ts";

/** A backup now. */
export const backupCreate: StaffHandler = (c, visit) => {
  makeBackup(jobDeskOf(visit), visit.web.version);
  return c.redirect("/settings/backup", 303);
};
