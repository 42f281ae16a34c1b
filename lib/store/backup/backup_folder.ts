import { BackupError } from "./backup_error.ts";
import { removeIfThere } from "../../base/files.ts";

const NAME = /^belltower-\d{8}-\d{6}Z\.backup$/;

/** The name of a backup made at `now` (ms since the epoch, UTC); names in order are backups in order. */
export function backupName(now: number): string {
  const time = new Date(now).toISOString().slice(0, 19).replace(/[-:]/g, "").replace("T", "-");
  return `belltower-${time}Z.backup`;
}

/** Whether it is the name of a backup that the program made by itself; such a name leads into no other folder. */
export function isBackupName(name: string): boolean {
  return NAME.test(name);
}

/** Where backups lie: `folder` as it was set, or inside the data folder. */
export function backupFolder(data: string, folder: string): string {
  return folder === "" ? `${data}/backups` : folder;
}

/** Makes the own folder. One that somebody named must be there: a share that is not mounted is none. Throws a BackupError. */
export function requireBackupFolder(data: string, folder: string): string {
  const path = backupFolder(data, folder);
  try {
    if (folder === "") Deno.mkdirSync(path, { recursive: true, mode: 0o700 });
    Deno.removeSync(Deno.makeTempFileSync({ dir: path, prefix: ".write-test-" }));
  } catch (cause) {
    throw new BackupError("unreadable", `${path} cannot be written to: ${cause}`, { cause });
  }
  return path;
}

/** Takes the oldest backups away, all but `kept`. */
export function pruneBackups(path: string, kept: number): void {
  const names = [...Deno.readDirSync(path)].map(({ name }) => name).filter(isBackupName).sort();
  for (const name of names.slice(0, -kept)) removeIfThere(`${path}/${name}`);
}
