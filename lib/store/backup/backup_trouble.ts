import type { Store } from "../database.ts";
import { setting } from "../settings.ts";
import { backupFailure, backupPeriodMs, backupPlan, lastGoodBackup } from "./backup_settings.ts";
import type { FolderSeen } from "./list_backups.ts";
import { lastRestore } from "./restore_record.ts";

/** What is wrong with the backups, so that somebody should look; lib/text has a sentence for each. */
export type BackupTrouble =
  /** The office encrypts them, and this machine does not have the passphrase. */
  | "passphrase"
  /** The folder cannot be read. */
  | "folder"
  /** The newest attempt failed. */
  | "failed"
  /** One was made, and is not in the folder any more. */
  | "missing"
  /** None was made within two periods. */
  | "late";

/** What is in the folder and beside the keys, as it was seen last. */
export interface BackupsSeen extends FolderSeen {
  /** When, in ms since the epoch, UTC. */
  readonly at: number;
  readonly passphraseLost: boolean;
}

/**
 * What administrators are told at `now` (ms since the epoch, UTC); null where all is well. What counts as the last
 * backup is what lies in the folder, not what was once written down.
 */
export function backupTrouble(store: Store, seen: BackupsSeen, now: number): BackupTrouble | null {
  if (seen.passphraseLost) return "passphrase";
  const period = backupPeriodMs(backupPlan(store));
  const last = seen.last?.header.createdAt ?? 0;
  const failure = backupFailure(store);
  if (failure !== null && failure.at > last && failure.at <= now) return "failed";
  // Without a schedule nobody promised one.
  if (period === null) return null;
  if (!seen.reachable) return "folder";
  const made = lastGoodBackup(store);
  // One that was made after the look is not missed by it.
  if (made !== null && last < made.at && (made.endedAt ?? made.at) < seen.at) return "missing";
  const expected = Number(setting(store, "backup.since") ?? now);
  // What was written while the clock was wrong says nothing.
  const since = Math.max(
    ...[0, last, expected, lastRestore(store)?.at ?? 0].filter((at) => at <= now),
  );
  return now - since > 2 * period ? "late" : null;
}
