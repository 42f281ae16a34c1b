import { getLogger } from "@logtape/logtape";
import { addDays, officeTime } from "../domain/office_time.ts";
import { isUnderWay } from "../domain/job.ts";
import { BACKUP_JOB } from "../domain/job_subject.ts";
import type { Jobs } from "../jobs/jobs.ts";
import {
  type BackupPlan,
  backupPlan,
  backupsExpectedSince,
} from "../store/backup/backup_settings.ts";
import type { Store } from "../store/database.ts";
import type { OfficeSettings } from "../store/office_settings.ts";
import { wallClock } from "../domain/wall_clock.ts";
import type { BackupWatch } from "./backup_watch.ts";

const log = getLogger(["belltower", "server"]);

const EVERY_MS = 60_000;
/** Where nothing came of a backup, the next one is begun after an hour. */
const AGAIN_MS = 3_600_000;

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

/**
 * Whether a backup is to begin that was due at `due`, where the last one was made at `made` (ms since the epoch, UTC),
 * the server has been up for `upMs` and tried last `sinceTryMs` ago (Infinity: never).
 */
export function isToBegin(
  { due, made, upMs, sinceTryMs }: {
    readonly due: number | null;
    readonly made: number;
    readonly upMs: number;
    readonly sinceTryMs: number;
  },
): boolean {
  // The first look is for the pages: at its start the server has enough to do.
  return upMs >= EVERY_MS && sinceTryMs >= AGAIN_MS && due !== null && made < due;
}

/**
 * Looks after what is in the folder, and starts backups when they are due by it, also after a night that the machine was
 * off or where somebody took the last one away.
 */
export function backupRound(
  { store, jobs, office, watch, program, signal }: {
    readonly store: Store;
    readonly jobs: Jobs;
    readonly office: OfficeSettings;
    readonly watch: BackupWatch;
    readonly program: string;
    readonly signal: AbortSignal;
  },
): () => Promise<number> {
  // By a clock that nobody sets back.
  let tried = -Infinity;
  const start = performance.now();
  return async () => {
    const { last } = await watch.look();
    const [now, passed] = [Date.now(), performance.now()];
    const since = backupsExpectedSince(store, now);
    const due = lastDue(backupPlan(store), office.timeZone, now);
    const made = Math.max(last?.header.createdAt ?? 0, since);
    const begins = isToBegin({ due, made, upMs: passed - start, sinceTryMs: passed - tried });
    const before = jobs.latest(BACKUP_JOB);
    // One that a person wants, or that goes on after a kill, is as good.
    const isMade = before !== null && isUnderWay(before);
    if (signal.aborted || !begins || isMade) return EVERY_MS;
    log.info("A backup is due");
    const { id } = jobs.start("make_backup", { program }, BACKUP_JOB);
    tried = passed;
    // What failed and may pass is tried again by itself; the folder is looked after meanwhile.
    await jobs.attempted(id);
    // What became of it is told at once.
    return 0;
  };
}
