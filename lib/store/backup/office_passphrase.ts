import type { DatabaseSync } from "node:sqlite";
import { BackupError } from "./backup_error.ts";
import { readSecret, removeSecret, writeSecret } from "./secret_file.ts";

const NAME = "backup-passphrase";

/**
 * The setting that says since when the office encrypts its backups (ms since the epoch, empty where it does not): the
 * database remembers that there is a passphrase, and not which.
 */
export const ENCRYPTED_SINCE = "backup.passphrase_since";

/** Where it stood before it lay in a file; `move_passphrase.ts` takes it out. */
export const OLD_PASSPHRASE = "backup.passphrase";

/** The passphrase of the office's backups, as it lies on this machine beside the keys; null where there is none. */
export function officePassphrase(data: string): string | null {
  return readSecret(data, NAME) || null;
}

export function keepOfficePassphrase(data: string, passphrase: string): void {
  writeSecret(data, NAME, passphrase);
}

export function dropOfficePassphrase(data: string): void {
  removeSecret(data, NAME);
}

/**
 * What a backup of this database is sealed with; null where it is plain. Throws a BackupError where the office
 * encrypts its backups and its passphrase is not on this machine: a plain one in its place would be no favour.
 */
export function passphraseFor(db: DatabaseSync, data: string): string | null {
  const known = officePassphrase(data) ?? (settingOf(db, OLD_PASSPHRASE) || null);
  if (known !== null || !settingOf(db, ENCRYPTED_SINCE)) return known;
  throw new BackupError(
    "passphrase_lost",
    "the office encrypts its backups, and its passphrase is not on this machine: give it with --passphrase-stdin, or set it anew under Settings, Backup",
  );
}

/** A setting in a database that is no Store yet. */
export function settingOf(db: DatabaseSync, key: string): string | null {
  const row = db.prepare("SELECT value FROM settings WHERE key = ?").get(key);
  return row === undefined ? null : String(row["value"]);
}
