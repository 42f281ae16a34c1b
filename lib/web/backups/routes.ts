import { type Route, staff } from "../route.ts";
import { backupCreate } from "./backup_create.ts";
import { backupDownload } from "./backup_download.ts";
import { backupSave } from "./backup_save.ts";
import { backupShow } from "./backup_show.ts";
import { restoreAct, restoreUpload } from "./restore_act.ts";
import { restoreShow } from "./restore_show.ts";

export const routes: readonly Route[] = [
  staff("GET /settings/backup", "backups.manage", "nothing", backupShow),
  staff("POST /settings/backup", "backups.manage", "changes", backupSave),
  staff("POST /settings/backup/now", "backups.manage", "when_done", backupCreate),
  staff("GET /settings/backup/files/:name", "backups.manage", "backup", backupDownload),
  staff("GET /settings/backup/restore", "backups.restore", "nothing", restoreShow),
  staff("POST /settings/backup/restore", "backups.restore", "changes", restoreAct),
  staff("POST /settings/backup/upload", "backups.restore", "changes", restoreUpload, "takes_file"),
];
