import { backupFolder, requireBackupFolder } from "../../store/backup/backup_folder.ts";
import {
  BACKUP_PERIODS,
  backupPlan,
  MOST_KEPT,
  setBackupPlan,
} from "../../store/backup/backup_settings.ts";
import { officePassphrase } from "../../store/backup/office_passphrase.ts";
import { setPassphrase } from "../../store/backup/set_passphrase.ts";
import { BackupError } from "../../store/backup/backup_error.ts";
import type { BackupErrors } from "./backup_data.ts";
import type { Form } from "../forms/form.ts";
import { readForm } from "../forms/read_form.ts";
import type { StaffHandler, StaffVisit } from "../visit.ts";
import { backupPage } from "./backup_show.ts";

const SHORTEST_PASSPHRASE = 8;

/** When and where backups are made. */
export const backupSave: StaffHandler = async (c, visit) => {
  const form = readForm(c);
  const every = BACKUP_PERIODS.find((known) => known === form.text("every")) ?? "daily";
  const typed = {
    every,
    time: form.text("time").trim(),
    kept: form.text("kept").trim(),
    folder: form.text("folder").trim(),
  };
  const errors = wrong(visit, typed, form);
  if (Object.keys(errors).length > 0) return await backupPage(c, visit, errors, typed);
  setBackupPlan(visit.store, { ...typed, kept: Number(typed.kept) });
  changePassphrase(visit, form);
  return c.redirect("/settings/backup?saved", 303);
};

function wrong(
  visit: StaffVisit,
  { time, kept, folder }: { time: string; kept: string; folder: string },
  form: Form,
): BackupErrors {
  const { t, web } = visit;
  const passphrase = form.text("passphrase");
  const needed = form.text("encrypt") !== "" && officePassphrase(web.data) === null;
  return {
    ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? {} : { time: t("backup.time_wrong") }),
    ...(/^[1-9]\d{0,2}$/.test(kept) ? {} : { kept: t("backup.kept_wrong", { most: MOST_KEPT }) }),
    ...folderProblem(visit, folder),
    ...((needed || passphrase !== "") && passphrase.length < SHORTEST_PASSPHRASE
      ? { passphrase: t("backup.passphrase_short", { least: SHORTEST_PASSPHRASE }) }
      : {}),
  };
}

function folderProblem({ t, web }: StaffVisit, folder: string): BackupErrors {
  if (folder === "") return {};
  const wrong = { folder: t("backup.folder_wrong", { folder: backupFolder(web.data, folder) }) };
  if (!/^([\\/]|[A-Za-z]:[\\/])/.test(folder)) return wrong;
  try {
    requireBackupFolder(web.data, folder);
    return {};
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    return error.code === "read_only" ? { folder: t("backup.folder_sealed", { folder }) } : wrong;
  }
}

/** An empty field leaves the passphrase as it is; without the tick there is none. */
function changePassphrase({ store, web, now }: StaffVisit, form: Form): void {
  const typed = form.text("passphrase");
  if (form.text("encrypt") === "") {
    if (backupPlan(store).encrypted || officePassphrase(web.data) !== null) {
      setPassphrase(store, web.data, null, now);
    }
  } else if (typed !== "") setPassphrase(store, web.data, typed, now);
}
