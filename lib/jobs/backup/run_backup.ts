import { guarded } from "../../base/guarded.ts";
import { noteAct } from "../../store/audit/write_audit.ts";
import { problemOf } from "../../store/backup/backup_error.ts";
import { backupName, pruneBackups, requireBackupFolder } from "../../store/backup/backup_folder.ts";
import {
  backupPlan,
  noteFailedBackup,
  noteGoodBackup,
} from "../../store/backup/backup_settings.ts";
import { madeInstallationKey } from "../../store/backup/installation_key.ts";
import { makeBackup } from "../../store/backup/make_backup.ts";
import { ownBackups } from "../../store/backup/own_backups.ts";
import type { JobContext } from "../job_context.ts";

/** Makes a backup where the settings say, takes the oldest ones away, and notes in the settings how it went. */
export async function runBackup(program: string, job: JobContext): Promise<void> {
  const { data, store, by, signal } = job;
  const now = job.now();
  try {
    const { folder, kept } = backupPlan(store);
    const path = requireBackupFolder(data, folder);
    const name = backupName(madeInstallationKey(data).id, now);
    const order = { data, file: `${path}/${name}`, passphrase: null, program, now, signal };
    const { size } = await makeBackup(order);
    noteGoodBackup(store, { at: now, name, size, endedAt: job.now() });
    const after = { size };
    noteAct(store.as(by, job.now), { act: "backed_up", kind: "backup", record: name, after });
    const { isOwn } = ownBackups(store, data);
    pruneBackups(path, { isOwn, kept, now });
  } catch (error) {
    const note = () => noteFailedBackup(store, { at: now, code: problemOf(error) });
    // A full disk takes no note either: what is thrown is why there is no backup.
    if (!signal.aborted) guarded("the note of a failed backup", note, undefined);
    throw error;
  }
}
