import { fileName } from "../../domain/file_name.ts";
import type { RestoreSource } from "../../domain/job_kind.ts";
import { RESTORE_JOB } from "../../domain/job_subject.ts";
import { backupFolder, isBackupName } from "../../store/backup/backup_folder.ts";
import { backupPlan } from "../../store/backup/backup_settings.ts";
import {
  dropRestoreCheck,
  restoreCheck,
  uploadedBackup,
} from "../../store/backup/restore_check.ts";
import { safetyCopies } from "../../store/backup/safety_copies.ts";
import { freeBytes } from "../../store/data_folder.ts";
import { NotFound } from "../../store/errors.ts";
import { requireMay } from "../desk.ts";
import type { FolderDesk } from "../folder_desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";

/**
 * Begins to check a backup or a safety copy by the name in its list; `""` is the one that was checked last. A null
 * `passphrase` is the office's own. Throws `NotFound`.
 */
export function checkBackup(desk: JobDesk, name: string, passphrase: string | null): void {
  requireMay(desk, "backups.restore");
  start(desk, { ...chosen(desk, name), passphrase });
}

/** The most bytes that a backup sent from elsewhere may have: it is unpacked beside itself. 0 where there is no folder. */
export function mostUploaded(data: string): number {
  return data === ":memory:" ? 0 : Math.floor(freeBytes(data) / 2);
}

/** Where a backup that comes from elsewhere is put; what was checked before is void. */
export function incomingBackup(desk: FolderDesk): string {
  requireMay(desk, "backups.restore");
  dropRestoreCheck(desk.data);
  return uploadedBackup(desk.data);
}

/** Begins to check the backup that has come; `name` is what whoever sent it calls it. */
export function checkIncoming(desk: JobDesk, name: string): void {
  requireMay(desk, "backups.restore");
  const file = uploadedBackup(desk.data);
  start(desk, { file, name: fileName(name), passphrase: null });
}

function start(desk: JobDesk, source: RestoreSource): void {
  startJob(desk, "check_restore", source, RESTORE_JOB);
}

function chosen({ store, data }: FolderDesk, name: string): Omit<RestoreSource, "passphrase"> {
  if (name === "") {
    const check = restoreCheck(data);
    if (check !== null) return { file: check.file, name: check.name };
  } else if (isBackupName(name)) {
    return { file: `${backupFolder(data, backupPlan(store).folder)}/${name}`, name };
  } else if (safetyCopies(data).includes(name)) {
    return { file: `${data}/${name}`, name };
  }
  throw new NotFound("backup", name);
}
