import { changeBackupPlan } from "../../desk/backups/change_backup_plan.ts";
import { jobDeskOf } from "../desk_of.ts";
import { errorsOf } from "../forms/field_errors.ts";
import { readForm } from "../forms/read_form.ts";
import type { StaffHandler } from "../visit.ts";
import { backupPage } from "./backup_show.ts";

/** When and where backups are made. */
export const backupSave: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const typed = {
    every: form.text("every"),
    time: form.text("time").trim(),
    kept: form.text("kept").trim(),
    folder: form.text("folder").trim(),
    encrypted: form.text("encrypt") !== "",
  };
  const passphrase = form.text("passphrase");
  const changed = changeBackupPlan(jobDeskOf(visit), { ...typed, passphrase });
  if (!changed.ok) return await backupPage(c, visit, errorsOf(changed.problems, visit.t), typed);
  return c.redirect("/settings/backup?saved", 303);
};
