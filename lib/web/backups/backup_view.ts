import { mostUploaded } from "../../desk/backups/check_backup.ts";
import { isUnderWay } from "../../domain/job.ts";
import { BACKUP_JOB, RESTORE_JOB } from "../../domain/job_subject.ts";
import { restoreCheck } from "../../store/backup/restore_check.ts";
import { backupFolder } from "../../store/backup/backup_folder.ts";
import {
  backupFailure,
  backupPlan,
  type FailedBackup,
} from "../../store/backup/backup_settings.ts";
import { listBackups, type ListedBackup } from "../../store/backup/list_backups.ts";
import { safetyCopies } from "../../store/backup/safety_copies.ts";
import { officePassphrase } from "../../store/backup/office_passphrase.ts";
import { ownBackups } from "../../store/backup/own_backups.ts";
import { knownCounts } from "../../store/backup/known_counts.ts";
import { lastRestore, restoreFailure } from "../../store/backup/restore_record.ts";
import { sizeText } from "../../text/size_text.ts";
import type { BackupErrors, BackupPageView, BackupRowView, RestoreView } from "./backup_data.ts";
import type { Visit } from "../visit.ts";
import { timeView, timeViewOrNull } from "../basics.ts";

const HOUR_MS = 3_600_000;

/** The settings as they were typed, where they were wrong. */
export interface TypedPlan {
  readonly every: string;
  readonly time: string;
  readonly kept: string;
  readonly folder: string;
  readonly encrypted: boolean;
}

export async function backupView(
  visit: Visit,
  errors: BackupErrors = {},
  typed: TypedPlan | null = null,
  saved = false,
): Promise<BackupPageView> {
  const { store, web } = visit;
  const plan = backupPlan(store);
  const passphrase = officePassphrase(web.data);
  const restored = lastRestore(store);
  const path = backupFolder(web.data, plan.folder);
  const owner = ownBackups(store, web.data);
  const [{ last }, listed] = await Promise.all([web.backups.look(), listBackups(path, owner)]);
  return {
    last: last === null ? null : rowView(visit, last),
    failure: failureView(visit, backupFailure(store)),
    running: isAtWork(visit, BACKUP_JOB),
    rows: listed?.map((one) => rowView(visit, one)) ?? null,
    path,
    copies: copies(web.data),
    restored: restored === null ? null : { at: timeView(visit, restored.at), name: restored.name },
    restoreFailure: failureView(visit, restoreFailure(store)),
    saved,
    every: typed?.every ?? plan.every,
    time: typed?.time ?? plan.time,
    kept: typed?.kept ?? String(plan.kept),
    folder: typed?.folder ?? plan.folder,
    encrypted: typed?.encrypted ?? (plan.encrypted || passphrase !== null),
    hasPassphrase: passphrase !== null,
    errors,
    mostBytes: mostUploaded(web.data),
  };
}

/** The check of a backup: under way, refused, or ready to be confirmed. */
export function restoreView(visit: Visit): RestoreView {
  const none = {
    name: "",
    code: null,
    check: "",
    origin: null,
    lacksLog: false,
    newest: null,
    problem: null,
    at: null,
    age: "",
    program: "",
    counts: [],
  };
  if (isAtWork(visit, RESTORE_JOB)) return { ...none, state: "checking" };
  const check = restoreCheck(visit.web.data);
  if (check === null) return { ...none, state: "none" };
  const { name, code, ready } = check;
  if (ready === null) return { ...none, state: "refused", name, code };
  const present = knownCounts(visit.store);
  return {
    state: "ready",
    name,
    code: null,
    check: ready.id,
    origin: ready.origin,
    lacksLog: ready.lacksLog,
    newest: timeViewOrNull(visit, ready.newest),
    problem: null,
    at: timeViewOrNull(visit, ready.createdAt),
    age: ready.createdAt === null ? "" : age(visit, ready.createdAt),
    program: ready.program,
    counts: Object.entries(present).map(([table, count]) => ({
      label: visit.t(`backup.count_${table as keyof typeof present}`),
      now: count.toLocaleString("en-GB"),
      then: (ready.counts[table] ?? 0).toLocaleString("en-GB"),
    })),
  };
}

function rowView(visit: Visit, { name, size, header, own }: ListedBackup): BackupRowView {
  return {
    name,
    own,
    at: timeViewOrNull(visit, header?.createdAt ?? null),
    age: header === null ? "" : age(visit, header.createdAt),
    size: sizeText(size),
    encrypted: header !== null && header.encryption !== null,
  };
}

function age(visit: Visit, at: number): string {
  const hours = Math.max(0, Math.floor((visit.now - at) / HOUR_MS));
  if (hours < 1) return visit.t("backup.age_now");
  return hours < 48
    ? visit.t("backup.age_hours", { hours })
    : visit.t("backup.age_days", { days: Math.floor(hours / 24) });
}

function failureView(visit: Visit, failed: FailedBackup | null) {
  return failed === null ? null : { at: timeView(visit, failed.at), code: failed.code };
}

function isAtWork(visit: Visit, subject: string): boolean {
  const job = visit.web.jobs.latest(subject);
  return job !== null && isUnderWay(job);
}

function copies(data: string): BackupPageView["copies"] {
  if (data === ":memory:") return [];
  return safetyCopies(data).map((name) => ({
    name,
    size: sizeText(Deno.statSync(`${data}/${name}`).size),
  }));
}
