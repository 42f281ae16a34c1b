import type { Store } from "../database.ts";
import { setSetting, setting, settings } from "../settings.ts";
import { ENCRYPTED_SINCE } from "./office_passphrase.ts";
import { BACKUP_PROBLEMS, type BackupProblem } from "../../domain/backup_problem.ts";

export const BACKUP_PERIODS = ["daily", "weekly", "off"] as const;
export type BackupPeriod = (typeof BACKUP_PERIODS)[number];

/** When and where backups are made. */
export interface BackupPlan {
  /** Weekly is on Sundays. */
  readonly every: BackupPeriod;
  /** `02:30`, in the office's time zone. */
  readonly time: string;
  /** How many backups stay. */
  readonly kept: number;
  /** Empty: `backups` in the data folder. */
  readonly folder: string;
  /** Whether backups are encrypted; with what lies beside the keys (office_passphrase.ts). */
  readonly encrypted: boolean;
}

/** A backup that was written and found whole. `at` is ms since the epoch, UTC; `size` in bytes. */
export interface GoodBackup {
  readonly at: number;
  readonly name: string;
  readonly size: number;
  /** When it was found whole, ms since the epoch; older notes do not say so. */
  readonly endedAt?: number;
}

export interface FailedBackup {
  readonly at: number;
  readonly code: BackupProblem;
}

export const MOST_KEPT = 999;

export function backupPlan(store: Store): BackupPlan {
  const set = settings(store, [
    ...["backup.every", "backup.kept", "backup.time", "backup.folder"],
    ENCRYPTED_SINCE,
  ]);
  const every = set.get("backup.every");
  const kept = Number(set.get("backup.kept") ?? 14);
  return {
    every: BACKUP_PERIODS.find((known) => known === every) ?? "daily",
    time: set.get("backup.time") ?? "02:30",
    kept: kept >= 1 && kept <= MOST_KEPT ? kept : 14,
    folder: set.get("backup.folder") ?? "",
    encrypted: Boolean(set.get(ENCRYPTED_SINCE)),
  };
}

export function setBackupPlan(store: Store, plan: Omit<BackupPlan, "encrypted">): void {
  store.transaction(() => {
    setSetting(store, "backup.every", plan.every);
    setSetting(store, "backup.time", plan.time);
    setSetting(store, "backup.kept", String(plan.kept));
    setSetting(store, "backup.folder", plan.folder);
  });
}

/** The backup that was made last and found whole; null where there was none yet. Whether it is still there, the folder says. */
export function lastGoodBackup(store: Store): GoodBackup | null {
  return parsed<GoodBackup>(store, "backup.last");
}

/** The failure since the last good backup; null where there was none. */
export function backupFailure(store: Store): FailedBackup | null {
  const failed = parsed<FailedBackup>(store, "backup.failed");
  if (failed === null || failed.at < (lastGoodBackup(store)?.at ?? 0)) return null;
  return BACKUP_PROBLEMS.includes(failed.code) ? failed : { ...failed, code: "failed" };
}

export function noteGoodBackup(store: Store, good: GoodBackup): void {
  setSetting(store, "backup.last", JSON.stringify(good));
}

export function noteFailedBackup(store: Store, failed: FailedBackup): void {
  setSetting(store, "backup.failed", JSON.stringify(failed));
}

/** The moment from which backups are expected: the first start of a server on this database. */
export function backupsExpectedSince(store: Store, now: number): number {
  const since = Number(setting(store, "backup.since") ?? 0);
  // One from behind `now` was written while the clock was wrong.
  if (since > 0 && since <= now) return since;
  if (!store.readOnly) {
    const write = () => setSetting(store, "backup.since", String(now));
    store.late.note({ what: "backups are expected from now on", key: "backup.since", write });
  }
  return now;
}

const DAY_MS = 86_400_000;

/** How long is between two backups, in ms; null where none are made by schedule. */
export function backupPeriodMs({ every }: BackupPlan): number | null {
  switch (every) {
    case "daily":
      return DAY_MS;
    case "weekly":
      return 7 * DAY_MS;
    case "off":
      return null;
    default:
      return every satisfies never;
  }
}

function parsed<T>(store: Store, key: string): T | null {
  const stored = setting(store, key);
  return stored === null ? null : JSON.parse(stored) as T;
}
