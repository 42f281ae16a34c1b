import { BackupError } from "../../store/backup/backup_error.ts";
import { backupFolder, requireBackupFolder } from "../../store/backup/backup_folder.ts";
import {
  BACKUP_PERIODS,
  backupPlan,
  MOST_KEPT,
  setBackupPlan,
} from "../../store/backup/backup_settings.ts";
import { officePassphrase } from "../../store/backup/office_passphrase.ts";
import { setPassphrase } from "../../store/backup/set_passphrase.ts";
import { requireMay } from "../desk.ts";
import { wholeNumber } from "../field_rules.ts";
import type { FolderDesk } from "../folder_desk.ts";
import type { Outcome, Problem, Problems } from "../problem.ts";

const SHORTEST_PASSPHRASE = 8;

/** When and where backups are made, as it was written. */
export interface TypedBackupPlan {
  readonly every: string;
  /** `02:30` */
  readonly time: string;
  readonly kept: string;
  /** Empty: in the data folder. */
  readonly folder: string;
  readonly encrypted: boolean;
  /** Empty: the one that there is. */
  readonly passphrase: string;
}

/** Says when and where backups are made, and with what they are encrypted. Problems stand by the names of `typed`'s fields. */
export function changeBackupPlan(desk: FolderDesk, typed: TypedBackupPlan): Outcome<null> {
  requireMay(desk, "backups.manage");
  const { store, data } = desk;
  const { time, folder } = typed;
  const every = BACKUP_PERIODS.find((known) => known === typed.every);
  const kept = wholeNumber(typed.kept, { least: 1, most: MOST_KEPT });
  const found: Readonly<Record<keyof Omit<TypedBackupPlan, "encrypted">, Problem | null>> = {
    every: every === undefined ? { code: "backup.every_wrong", args: {} } : null,
    time: isTime(time) ? null : { code: "backup.time_wrong", args: {} },
    kept: kept === null ? { code: "backup.kept_wrong", args: { most: MOST_KEPT } } : null,
    folder: folderProblem(data, folder),
    passphrase: passphraseProblem(data, typed),
  };
  const problems: Problems = Object.fromEntries(
    Object.entries(found).flatMap(([field, problem]) => problem === null ? [] : [[field, problem]]),
  );
  if (every === undefined || kept === null || Object.keys(problems).length > 0) {
    return { ok: false, problems };
  }
  setBackupPlan(store, { every, time, kept, folder });
  keepPassphrase(desk, typed);
  return { ok: true, value: null };
}

function isTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

function folderProblem(data: string, folder: string): Problem | null {
  if (folder === "") return null;
  const args = { folder: backupFolder(data, folder) };
  if (!/^([\\/]|[A-Za-z]:[\\/])/.test(folder)) return { code: "backup.folder_wrong", args };
  try {
    requireBackupFolder(data, folder);
    return null;
  } catch (error) {
    if (!(error instanceof BackupError)) throw error;
    const isSealed = error.code === "read_only";
    return { code: isSealed ? "backup.folder_sealed" : "backup.folder_wrong", args };
  }
}

function passphraseProblem(
  data: string,
  { encrypted, passphrase }: TypedBackupPlan,
): Problem | null {
  const needed = encrypted && officePassphrase(data) === null;
  if (!needed && passphrase === "" || passphrase.length >= SHORTEST_PASSPHRASE) return null;
  return { code: "backup.passphrase_short", args: { least: SHORTEST_PASSPHRASE } };
}

/** Nothing typed leaves the passphrase as it is; where nothing is to be encrypted there is none. */
function keepPassphrase(
  { store, data, now }: FolderDesk,
  { encrypted, passphrase }: TypedBackupPlan,
): void {
  if (encrypted && passphrase !== "") setPassphrase(store, data, passphrase, now);
  if (encrypted) return;
  if (backupPlan(store).encrypted || officePassphrase(data) !== null) {
    setPassphrase(store, data, null, now);
  }
}
