import { getLogger } from "@logtape/logtape";
import { every } from "../base/keep.ts";
import { addDays, officeTime } from "../domain/office_time.ts";
import type { Jobs } from "../jobs/jobs.ts";
import {
  type BackupPlan,
  backupPlan,
  backupsExpectedSince,
  lastGoodBackup,
} from "../store/backup/backup_settings.ts";
import type { Store } from "../store/database.ts";
import type { OfficeSettings } from "../store/office_settings.ts";
import { wallClock } from "../text/wall_clock.ts";

const log = getLogger(["belltower", "server"]);

const EVERY_MS = 60_000;
/** A share that was away is tried again after an hour. */
const AGAIN_MS = 3_600_000;

/** How the jobs page and the clock find the job. */
export const BACKUP_SUBJECT = "backup";

/**
 * The newest moment at which a backup is due by the plan, not after `now` (ms since the epoch, UTC); null where none
 * is made by schedule.
 */
export function lastDue(plan: BackupPlan, timeZone: string, now: number): number | null {
  if (plan.every === "off") return null;
  const [office, clock] = [officeTime(timeZone), wallClock(timeZone)];
  const wanted = (day: string) => clock.momentOf(Date.parse(`${day}T${plan.time}:00Z`));
  const isDay = (day: string) =>
    plan.every === "daily" || new Date(`${day}T00:00:00Z`).getUTCDay() === 0;
  let day = office.dayOf(now);
  while (!isDay(day) || wanted(day) > now) day = addDays(day, -1);
  return wanted(day);
}

/** Starts backups when they are due, and after a night that the machine was off, until `signal`. */
export function startBackupClock(
  { store, jobs, office, program, signal }: {
    readonly store: Store;
    readonly jobs: Jobs;
    readonly office: OfficeSettings;
    readonly program: string;
    readonly signal: AbortSignal;
  },
): void {
  let tried = 0;
  const since = backupsExpectedSince(store, Date.now());
  every(EVERY_MS, "the backup clock", () => {
    const now = Date.now();
    const due = lastDue(backupPlan(store), office.timeZone, now);
    const made = Math.max(lastGoodBackup(store)?.at ?? 0, since);
    if (due === null || made >= due || now - tried < AGAIN_MS) return;
    tried = now;
    log.info("A backup is due");
    jobs.start("make_backup", { program }, BACKUP_SUBJECT);
  }, signal);
}
