import type { Actor } from "../../domain/audit.ts";
import { isOver, JOB_DAYS } from "../../domain/job.ts";
import type { JobKind } from "../../domain/job_kind.ts";
import { JOB_RULES } from "../../jobs/job_rules.ts";
import type { JobShow, ListedJob } from "../../store/jobs.ts";
import type { JobListView, JobRowView } from "./job_data.ts";
import type { Visit } from "../visit.ts";
import { timeView, timeViewOrNull } from "../basics.ts";

const PAGE_ROWS = 50;
/** While something is to be done it is looked at more often. */
const EVERY_SECONDS = { busy: 2, quiet: 10 } as const;

/** The jobs with IDs below `before` (null: the newest), and what goes round in the server. */
export function jobListView(visit: Visit, show: JobShow, before: number | null): JobListView {
  const { jobs, keepers } = visit.web;
  const found = jobs.list(show, before, PAGE_ROWS + 1);
  const shown = found.slice(0, PAGE_ROWS);
  const url = (before: number | null) =>
    `/settings/jobs?show=${show}${before === null ? "" : `&before=${before}`}`;
  return {
    show,
    days: JOB_DAYS,
    rows: shown.map((job) => rowView(visit, job)),
    url: url(before),
    everySeconds: shown.some((job) => !isOver(job)) ? EVERY_SECONDS.busy : EVERY_SECONDS.quiet,
    older: found.length > PAGE_ROWS ? url(shown.at(-1)!.id) : "",
    keepers: keepers.states().map(({ name, ranAt, failingSince }) => ({
      name,
      ranAt: timeViewOrNull(visit, ranAt),
      failingSince: timeViewOrNull(visit, failingSince),
    })),
  };
}

function rowView(visit: Visit, job: ListedJob): JobRowView {
  const { t, web } = visit;
  const { id, kind, state, attempts, done, total, failure } = job;
  const isAgain = state === "waiting" && attempts > 0;
  return {
    id,
    what: isKind(kind) ? t(`jobs.kind_${kind}`) : kind,
    about: job.fileName ?? "",
    href: placeOf(job),
    state: isAgain ? "again" : state,
    done: done === 0 ? "" : total === null ? count(done) : `${count(done)} / ${count(total)}`,
    share: state === "running" && total !== null && total > 0 ? Math.min(1, done / total) : null,
    attempts,
    next: isAgain ? timeView(visit, job.nextAt) : null,
    failure: failure === null ? "" : t(`failure.${failure.code}`, { limit: count(failure.limit) }),
    by: byText(visit, job.actor),
    createdAt: timeView(visit, job.createdAt),
    endedAt: timeViewOrNull(visit, job.endedAt),
    mayCancel: web.jobs.mayCancel(job),
    mayRedo: web.jobs.mayRedo(job),
  };
}

function isKind(kind: string): kind is JobKind {
  return Object.hasOwn(JOB_RULES, kind);
}

/** The page on which what came of it stands. */
function placeOf({ kind, subject, fileName }: ListedJob): string {
  if (kind === "make_backup") return "/settings/backup";
  if (kind === "check_restore") return "/settings/backup/restore";
  return fileName === null ? "" : `/imports/${subject.slice("import:".length)}`;
}

function byText({ t }: Visit, { kind, name }: Actor): string {
  if (kind === "staff") return name;
  return t(kind === "console" ? "jobs.by_console" : "jobs.by_program");
}

/** `12,345`: the same in both languages. */
function count(value: number): string {
  return value.toLocaleString("en-GB");
}
