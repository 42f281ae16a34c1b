import { REMOVED_DAYS } from "../domain/attachment.ts";
import { JOB_DAYS } from "../domain/job.ts";
import { oldestSession } from "../domain/session_life.ts";
import type { Jobs } from "../jobs/jobs.ts";
import type { LiveHub } from "../live/hub.ts";
import { pruneAgentStates } from "../store/agent_states.ts";
import { abandonUnfinished, purgeAttachments } from "../store/attachment_content.ts";
import { pruneAudit } from "../store/audit/write_audit.ts";
import type { Store } from "../store/database.ts";
import { pruneEvents } from "../store/events.ts";
import { pruneJobs } from "../store/jobs.ts";
import { continueRename } from "../store/list_renames.ts";
import type { OfficeSettings } from "../store/office_settings.ts";
import { pruneRawFrames } from "../store/raw_frames.ts";
import { continueRereading } from "../store/reread_numbers.ts";
import { indexWaiting } from "../store/search_index.ts";
import { pruneSessions } from "../store/sessions.ts";
import { backupRound } from "./backup_clock.ts";
import type { BackupWatch } from "./backup_watch.ts";
import { callLogRound } from "./call_log_round.ts";
import type { FreeSpace } from "./free_space.ts";
import type { Health } from "./health.ts";
import { jobRound } from "./job_round.ts";
import type { Keeper } from "./keepers.ts";
import { reminderRound } from "./reminders.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** A few milliseconds of work; the calls come in between. */
const PAUSE_MS = 50;

export interface KeeperDeps {
  readonly store: Store;
  readonly office: OfficeSettings;
  readonly jobs: Jobs;
  readonly hub: LiveHub;
  readonly health: Health;
  readonly space: FreeSpace;
  readonly backups: BackupWatch;
  /** Of the certificate; null where there is no HTTPS. */
  readonly renewal: (() => Promise<number>) | null;
  /** The version of this program. */
  readonly program: string;
  readonly signal: AbortSignal;
}

/** Everything that the server does again and again by itself, whoever is there: what, when and how much at a time. */
export function serverKeepers(deps: KeeperDeps): Keeper[] {
  const { store, jobs, hub, health, space, backups, renewal } = deps;
  const start = Date.now();
  return [
    { name: "health", first: 0, round: () => health.check() },
    { name: "space", first: 0, round: () => space.round() },
    ...renewal === null
      ? []
      : [{ name: "certificate", first: MINUTE_MS, again: MINUTE_MS, round: renewal } as const],
    {
      // What the disk did not take at once.
      ...{ name: "late_notes", first: SECOND_MS, again: SECOND_MS },
      round: () => {
        store.late.write();
        return SECOND_MS;
      },
    },
    { name: "jobs", first: 0, round: jobRound(jobs) },
    {
      name: "backups",
      first: 0,
      again: MINUTE_MS,
      round: backupRound({ ...deps, watch: backups }),
    },
    { name: "reminders", first: 0, round: reminderRound(store, hub) },
    {
      // After an update everything may have to be cut anew: a million customers in less than an hour.
      ...{ name: "search", first: 300 },
      round: () => indexWaiting(store, 10) === 10 ? 20 : 300,
    },
    {
      // Of consultation types and grades, in old records.
      ...{ name: "renames", first: SECOND_MS },
      round: () => continueRename(store, 500, Date.now()) ? PAUSE_MS : SECOND_MS,
    },
    {
      // After an update that reads numbers otherwise, or when the office has them read otherwise.
      ...{ name: "numbers", first: 200 },
      round: () => continueRereading(store, Date.now()) ? PAUSE_MS : SECOND_MS,
    },
    { name: "call_log", first: 5 * SECOND_MS, round: callLogRound(store) },
    {
      // Files that were taken away long enough ago, and what is left of uploads that broke off.
      ...{ name: "attachments", first: PAUSE_MS },
      round: () => {
        abandonUnfinished(store, start);
        const more = purgeAttachments(store, Date.now() - REMOVED_DAYS * DAY_MS);
        return more ? PAUSE_MS : MINUTE_MS;
      },
    },
    {
      // What the hub has told. Browsers that were away for longer ask for everything anew.
      ...{ name: "old_events", first: 100, again: MINUTE_MS },
      round: () =>
        pruneEvents(store, Date.now() - DAY_MS, hub.told.seq, 500) === 500 ? 100 : HOUR_MS,
    },
    ...housekeeping(store, deps.office),
  ];
}

/** Takes away what is kept for a time only, so many rows at a time. */
export function housekeeping(store: Store, office: OfficeSettings): Keeper[] {
  const before = (days: number) => Date.now() - days * DAY_MS;
  const pruning = (name: Keeper["name"], most: number, some: (most: number) => number): Keeper => ({
    // A disk that refused to let something go is asked again before the hour is over: it may be full.
    ...{ name, first: 100, again: MINUTE_MS },
    round: () => some(most) === most ? 100 : HOUR_MS,
  });
  return [
    pruning(
      "old_frames",
      500,
      (most) => pruneRawFrames(store, before(office.days("raw_frame_days")), most),
    ),
    // Each has words in an index besides.
    pruning("old_audit", 200, (most) => pruneAudit(store, before(office.days("audit_days")), most)),
    pruning(
      "old_agent_states",
      500,
      (most) => pruneAgentStates(store, before(office.days("audit_days")), most),
    ),
    pruning("old_jobs", 500, (most) => pruneJobs(store, before(JOB_DAYS), most)),
    {
      ...{ name: "old_sessions", first: 100, again: MINUTE_MS },
      round: () => {
        const { seen, created } = oldestSession(Date.now());
        pruneSessions(store, seen, created);
        return HOUR_MS;
      },
    },
  ];
}
