import { importLimit } from "../../desk/imports/import_limit.ts";
import { customerCode } from "../../domain/customer.ts";
import type { PreviewRow } from "../../domain/customer_import.ts";
import { isOver, type JobStatus } from "../../domain/job.ts";
import { importJob } from "../../domain/job_subject.ts";
import type { FailureNote } from "../../domain/job_failure.ts";
import { type Import, listImports } from "../../store/imports.ts";
import { countNotes } from "../../store/import_notes.ts";
import type { TextKey } from "../../text/translator.ts";
import { columnViews, fieldGroups, keyViews, mayDefine } from "./column_view.ts";
import type { ImportsView, ImportView } from "./import_data.ts";
import { importReadingView } from "./import_reading_view.ts";
import type { Visit } from "../visit.ts";
import { timeView } from "../basics.ts";
import { downloadsOf, rowsView } from "./rows_view.ts";

const PAST_SHOWN = 50;

export function importsView(visit: Visit): ImportsView {
  const bytes = importLimit(visit.store);
  return {
    bytes,
    megabytes: Math.floor(bytes / 1024 / 1024),
    rows: listImports(visit.store, PAST_SHOWN).map((one) => ({
      id: one.id,
      fileName: one.fileName,
      at: timeView(visit, one.createdAt),
      staffName: one.staffName,
      state: one.state,
      result: one.state === "done"
        ? countsText(visit, one)
        : failureText(visit, one, one.failure) ?? "",
    })),
  };
}

export function importView(visit: Visit, one: Import): ImportView {
  const { t } = visit;
  const { choices, outcome } = one;
  const latest = visit.web.jobs.latest(importJob(one.id));
  const job = latest === null || isOver(latest) ? null : latest;
  const why = whyNot(one, latest);
  return {
    id: one.id,
    fileName: one.fileName,
    state: one.state,
    reading: importReadingView(visit, one, job === null ? why : null),
    work: job === null ? null : workView(visit, job),
    failure: job === null ? failureText(visit, one, why) : null,
    columns: columnViews(visit, one),
    fieldGroups: fieldGroups(visit),
    mayDefine: mayDefine(visit),
    rule: choices?.rule ?? "skip",
    keys: keyViews(visit, choices?.columns ?? []),
    key: choices?.key ?? "number",
    remembered: choices?.rememberedAt === undefined
      ? ""
      : t("import.remembered", { when: visit.format.short(choices.rememberedAt, visit.now) }),
    outcome,
    preview: (outcome?.preview ?? []).map((row) => ({ ...row, twinText: twinText(visit, row) })),
    problems: (outcome?.problems ?? []).map(({ row, heading, value, code, limit }) => ({
      row,
      heading,
      value,
      reason: t(`import.problem_${code}`, { limit: count(limit) }),
    })),
    downloads: downloadsOf(visit, one),
    looked: one.state === "done"
      ? [rowsView(visit, one, "doubtful"), rowsView(visit, one, "refused")]
        .filter((rows) => rows !== null)
      : [],
    notes: notesText(visit, one),
    noteCount: outcome?.notes ?? 0,
    effect: (outcome?.new ?? 0) + (outcome?.update ?? 0),
  };
}

const WORK: Readonly<Record<string, TextKey>> = {
  read_import: "import.reading",
  check_import: "import.checking",
  write_import: "import.writing",
  undo_import: "import.removing",
};

function workView(visit: Visit, job: JobStatus): ImportView["work"] {
  const { t } = visit;
  const { kind, state, done, total } = job;
  const share = total === null || total === 0 ? null : Math.min(1, done / total);
  return {
    text: t(state === "waiting" ? "import.waiting" : WORK[kind] ?? "import.waiting"),
    done: total === null
      ? done === 0 ? "" : t("import.so_far", { done: count(done) })
      : t("import.of", { done: count(done), total: count(total) }),
    share,
    left: share === null ? "" : timeLeft(visit, job, share),
    mayCancel: visit.web.jobs.mayCancel({ kind, state }),
  };
}

/** Sooner nobody can say how long it takes. */
const LEAST_SHARE = 0.02;
const LEAST_MS = 2000;

function timeLeft({ t, now }: Visit, { state, startedAt }: JobStatus, share: number): string {
  const taken = now - (startedAt ?? now);
  if (state !== "running" || share < LEAST_SHARE || taken < LEAST_MS) return "";
  const seconds = Math.ceil(taken * (1 - share) / share / 1000);
  return seconds < 60
    ? t("import.left_seconds", { seconds: Math.ceil(seconds / 5) * 5 })
    : t("import.left_minutes", { minutes: Math.ceil(seconds / 60) });
}

/** What failed last: the job that ended last says it, or what stands with the import. */
function whyNot({ failure }: Import, latest: JobStatus | null): FailureNote | null {
  const last = latest?.failure ?? null;
  // What became of an import whose job was interrupted stands with the import: the next start went on with it.
  return last === null || last.code === "interrupted" ? failure : last;
}

function failureText(visit: Visit, { state }: Import, why: FailureNote | null): string | null {
  // An import that was cancelled before it began is as it was.
  if (why === null || (state === "draft" && why.code === "cancelled")) return null;
  return visit.t(`failure.${why.code}`, { limit: count(why.limit) });
}

function countsText(visit: Visit, { outcome }: Import): string {
  if (outcome === null) return "";
  return visit.t("import.counts", {
    new: count(outcome.new),
    update: count(outcome.update),
    duplicate: count(outcome.duplicate),
    refused: count(outcome.refused),
  });
}

function twinText(visit: Visit, { twin }: PreviewRow): string {
  if (twin === null) return "";
  if ("customer" in twin) return customerCode(twin.customer);
  return visit.t("import.twin_row", { row: twin.row });
}

function notesText({ t, store }: Visit, { id, state, outcome }: Import): string {
  if (outcome?.notes === undefined) return "";
  if (state === "draft") return t("import.notes_will", { count: outcome.notes });
  return state === "done" ? t("import.notes_done", { count: countNotes(store, id) }) : "";
}

/** `12,345`: the same in both languages. */
function count(value: number): string {
  return value.toLocaleString("en-GB");
}
