import { fileTime } from "../../base/file_time.ts";
import { makeFolderIn, removeIfThere } from "../../base/files.ts";
import { BackupError } from "./backup_error.ts";

/** Those of before the name had an installation in it have none. */
const NAME = /^belltower-(?:([0-9a-f]{8})-)?(\d{8}-\d{6})Z\.backup$/;

/**
 * The name of a backup that the installation (`InstallationKey.id`) made at `now` (ms since the epoch, UTC): two offices
 * can keep their backups in one folder.
 */
export function backupName(installation: string, now: number): string {
  return `belltower-${installation}-${fileTime(now)}Z.backup`;
}

/** Whether it is the name of a backup that a program made by itself; such a name leads into no other folder. */
export function isBackupName(name: string): boolean {
  return NAME.test(name);
}

/** Which installation made the backup of that name; null where the name does not say so. */
export function installationOf(name: string): string | null {
  return NAME.exec(name)?.[1] ?? null;
}

/** The backups among the names, the newest first, whoever made them. */
export function newestFirst(names: readonly string[]): string[] {
  return names.filter(isBackupName)
    .sort((one, other) => timeIn(other).localeCompare(timeIn(one)));
}

/** As `fileTime` writes it. */
function timeIn(name: string): string {
  return NAME.exec(name)?.[2] ?? "";
}

/** Where backups lie: `folder` as it was set, or inside the data folder. */
export function backupFolder(data: string, folder: string): string {
  return folder === "" ? `${data}/backups` : folder;
}

/** Makes the own folder. One that somebody named must be there: a share that is not mounted is none. Throws a BackupError. */
export function requireBackupFolder(data: string, folder: string): string {
  const path = backupFolder(data, folder);
  try {
    if (folder === "") makeFolderIn(path);
    Deno.removeSync(Deno.makeTempFileSync({ dir: path, prefix: ".write-test-" }));
  } catch (cause) {
    const sealed = cause instanceof Error && "code" in cause && cause.code === "EROFS";
    const code = sealed ? "read_only" : "unreadable";
    throw new BackupError(code, `${path} cannot be written to: ${cause}`, { cause });
  }
  return path;
}

/**
 * Takes the oldest of the own backups away, all but `kept`; those of others stay, however many there are. So do those
 * from behind `now`, and count for nothing: they were made while the clock was wrong, or it is wrong now, and today's
 * would be the oldest beside them.
 */
export function pruneBackups(
  path: string,
  { isOwn, kept, now }: {
    readonly isOwn: (name: string) => boolean;
    readonly kept: number;
    readonly now: number;
  },
): void {
  const names = [...Deno.readDirSync(path)].map(({ name }) => name);
  const made = newestFirst(names).filter((name) => isOwn(name) && timeIn(name) <= fileTime(now));
  for (const name of made.slice(kept)) removeIfThere(`${path}/${name}`);
}
