import { backupFolder } from "../store/backup/backup_folder.ts";
import { backupPlan } from "../store/backup/backup_settings.ts";
import {
  type BackupsSeen,
  type BackupTrouble,
  backupTrouble,
} from "../store/backup/backup_trouble.ts";
import { newestBackup } from "../store/backup/list_backups.ts";
import { officePassphrase } from "../store/backup/office_passphrase.ts";
import { ownBackups } from "../store/backup/own_backups.ts";
import type { Store } from "../store/database.ts";

/** Knows what lies in the folder of the backups: pages are told of it and wait for no share. */
export class BackupWatch {
  #seen: BackupsSeen | null = null;
  #trouble: BackupTrouble | null = null;

  /** `changed` is called when something else is to be told than before; not after `signal`. */
  constructor(
    private readonly store: Store,
    private readonly data: string,
    private readonly changed: () => void,
    private readonly signal: AbortSignal,
  ) {}

  /** What was seen last; null before the first look has ended. */
  seen(): BackupsSeen | null {
    return this.#seen;
  }

  /** Looks again; takes seconds where the folder does not answer. */
  async look(): Promise<BackupsSeen> {
    const { store, data } = this;
    const { folder, encrypted } = backupPlan(store);
    const at = Date.now();
    const passphraseLost = encrypted && officePassphrase(data) === null;
    const owner = ownBackups(store, data);
    const found = await newestBackup(backupFolder(data, folder), owner, at);
    const seen = { ...found, at, passphraseLost };
    this.#seen = seen;
    this.#tell(seen);
    return seen;
  }

  #tell(seen: BackupsSeen): void {
    // The folder may have answered after the server's end.
    if (this.signal.aborted) return;
    const trouble = backupTrouble(this.store, seen, Date.now());
    if (trouble === this.#trouble) return;
    this.#trouble = trouble;
    this.changed();
  }
}
