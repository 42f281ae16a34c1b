import { backupFolder, isBackupName } from "../../store/backup/backup_folder.ts";
import { backupPlan } from "../../store/backup/backup_settings.ts";
import { NotFound } from "../../store/errors.ts";
import { requireMay } from "../desk.ts";
import type { FolderDesk } from "../folder_desk.ts";

/** Where a backup of that name lies, for whoever takes it away. Throws `NotFound` for what is no backup's name. */
export function backupFile(desk: FolderDesk, name: string): string {
  requireMay(desk, "backups.manage");
  if (!isBackupName(name)) throw new NotFound("backup", name);
  return `${backupFolder(desk.data, backupPlan(desk.store).folder)}/${name}`;
}
