import { removeBehindError, removeIfThere } from "../base/files.ts";
import { defaultDataFolder } from "../config.ts";
import type { FolderDesk } from "../desk/folder_desk.ts";
import { keepColumns } from "../desk/imports/choose_columns.ts";
import { createImport, incomingImport } from "../desk/imports/create_import.ts";
import { discardImport } from "../desk/imports/discard_import.ts";
import { CONSOLE } from "../domain/audit.ts";
import {
  DUPLICATE_RULES,
  type ImportColumn,
  type ImportOutcome,
  type RowProblem,
} from "../domain/customer_import.ts";
import type { ImportContents, ImportReading } from "../domain/import_contents.ts";
import type { JobKind, JobKinds } from "../domain/job_kind.ts";
import { exportRows } from "../jobs/export/export_rows.ts";
import type { JobContext } from "../jobs/job_context.ts";
import { JobFailure } from "../jobs/job_failure.ts";
import { runJob } from "../jobs/handlers.ts";
import { customFields } from "../store/custom_fields.ts";
import type { Store } from "../store/database.ts";
import { openStore } from "../store/open_store.ts";
import { importFolder } from "../store/import_folder.ts";
import { requireImport } from "../store/imports.ts";
import { isFile } from "../store/open_office.ts";
import { copyPrivately } from "../store/private_files.ts";
import { lockWork } from "../store/work_lock.ts";
import { importRemarks } from "../text/import_remarks.ts";
import { translator } from "../text/translator.ts";
import { type Command, type CommandIo, parseOptions, UsageError } from "./command.ts";
import { READING_OPTIONS, READING_USAGE, readingOf } from "./import_reading.ts";
import { keyNamed, loadMapping, mappedColumns, type Mapping } from "./import_mapping.ts";

const OPTIONS = {
  data: "string",
  mapping: "string",
  "dry-run": "boolean",
  duplicates: "string",
  key: "string",
  refused: "string",
  ...READING_OPTIONS,
} as const;

/** Refused rows that are told on standard error; all of them go into the file that `--refused` names. */
const PROBLEMS_TOLD = 20;

const t = translator("en");

/** `belltower import customers FILE`: what the web does, in one go, beside a running server too. */
export const importRows: Command = {
  usage: [
    `belltower import customers FILE [--mapping FILE] ${READING_USAGE} [--duplicates skip|update|fill|new] [--key number|code|LABEL] [--dry-run] [--refused FILE] [--data DIR]`,
  ],
  summary:
    "stores the customers of an Excel, OpenDocument, CSV, vCard or HTML file: all of them, or none",
  async run(args, io) {
    const { options, positionals } = parseOptions(args, OPTIONS, io);
    const path = fileOf(positionals);
    const mapping = options.mapping === undefined ? {} : await loadMapping(options.mapping);
    const rule = options.duplicates ?? mapping.duplicates;
    const duplicates = rule === undefined ? undefined : ruleOf(rule);
    const key = options.key ?? mapping.key;
    const reading = readingOf(options);
    const data = options.data ?? defaultDataFolder(io.env);
    if (!isFile(path)) throw new UsageError(`${path} is no file`);
    const store = openStore(data, { existing: true });
    try {
      await run(path, { ...mapping, duplicates, key }, {
        io,
        job: jobContext(data, store, io),
        dry: options["dry-run"] === true,
        refused: options.refused ?? null,
        reading,
      });
    } catch (error) {
      throw inWords(error);
    } finally {
      store.close();
    }
    return 0;
  },
};

interface Run {
  readonly io: CommandIo;
  readonly job: JobContext;
  /** Only look. */
  readonly dry: boolean;
  /** Where the refused rows are written to. */
  readonly refused: string | null;
  readonly reading: ImportReading;
}

async function run(path: string, mapping: Mapping, on: Run): Promise<void> {
  const { job } = on;
  const name = path.split(/[\\/]/).at(-1) ?? path;
  await runJob("tidy_imports", null, job);
  const desk = consoleDesk(job);
  const atWork = lockWork(job.data);
  try {
    const incoming = copyOf(path, incomingImport(desk));
    const importId = createImport(desk, name, incoming, on.reading);
    try {
      await bringIn(importId, mapping, desk, on);
    } finally {
      removeIfThere(importFolder(job.data, importId).path);
      // Whoever stood at the console has been told: nobody goes on with it on the web.
      discardImport(desk, importId);
    }
  } finally {
    atWork.release();
  }
}

function copyOf(path: string, incoming: string): string {
  try {
    copyPrivately(path, incoming);
    return incoming;
  } catch (error) {
    removeBehindError(incoming);
    throw error;
  }
}

async function bringIn(
  importId: number,
  mapping: Mapping,
  desk: FolderDesk,
  { io, job, dry, refused, reading }: Run,
): Promise<void> {
  const work = <Kind extends JobKind>(kind: Kind, input: JobKinds[Kind]["input"]) =>
    runJob(kind, input, job);
  await work("read_import", { importId }).catch((error: unknown) => {
    // The columns could not be guessed: the mapping may know them.
    if (!(error instanceof JobFailure && error.code === "no_name_column")) throw error;
  });
  const { contents, choices } = requireImport(job.store, importId);
  if (contents === null || choices === null) throw new JobFailure("file_gone");
  const fields = customFields(job.store);
  const columns = mappedColumns(mapping, contents.headings, choices.columns, fields);
  const key = mapping.key === undefined ? choices.key : keyNamed(mapping.key, columns, fields);
  const rule = mapping.duplicates ?? choices.rule;
  if (choices.rememberedAt !== undefined) {
    const at = new Date(choices.rememberedAt).toISOString();
    io.err(`columns as in the last file with these headings (${at}), duplicates: ${rule}`);
  }
  keepColumns(desk, importId, { columns, rule, ...key === undefined ? {} : { key } });
  for (const line of importRemarks(contents, reading, t)) io.err(line);
  for (const line of leftOutLines(contents, columns)) io.err(line);
  const outcome = await work(dry ? "check_import" : "write_import", { importId });
  tell(outcome, dry, io);
  if (refused !== null) await writeRefused(importId, refused, job);
}

async function writeRefused(importId: number, path: string, { store, data }: JobContext) {
  const rows = exportRows(store, {
    ...{ what: "import_rows", format: "jsonl", language: "en", importId, of: "refused", data },
  });
  await Deno.writeFile(path, rows);
}

/** Every column that is left out though nobody said so, and why; those without values in one line. */
function leftOutLines(
  { headings, columns: facts = [] }: ImportContents,
  columns: readonly ImportColumn[],
): string[] {
  const named = (index: number) =>
    `"${headings[index] || t("import.no_heading", { number: index + 1 })}"`;
  const left = columns.flatMap(({ left }, index) => left === undefined ? [] : [{ left, index }]);
  const isBlank = (index: number) => facts[index]?.examples.length === 0;
  const blank = left.filter(({ index }) => isBlank(index)).map(({ index }) => named(index));
  const lines = left.filter(({ index }) => !isBlank(index)).map(({ left, index }) =>
    `column ${named(index)} is left out: ${t(`import.left_${left.why}`, { heading: left.instead })}`
  );
  return blank.length === 0
    ? lines
    : [...lines, `columns without values are left out: ${blank.join(", ")}`];
}

function tell(outcome: ImportOutcome, dry: boolean, io: CommandIo): void {
  const { problems, refused, restored, completed, notes = 0 } = outcome;
  io.out(`${dry ? "would be: " : ""}${t("import.counts", { ...countsOf(outcome) })}\n`);
  if (notes > 0) io.out(`consultations in the file: ${notes}\n`);
  if (completed > 0) io.out(`${t("import.completed", { count: completed })}\n`);
  if (restored > 0) io.out(`${t("import.restored", { count: restored })}\n`);
  for (const problem of problems.slice(0, PROBLEMS_TOLD)) io.err(problemLine(problem));
  const more = refused - Math.min(PROBLEMS_TOLD, problems.length);
  if (problems.length >= PROBLEMS_TOLD && more > 0) io.err(`and ${more} more refused rows`);
}

function countsOf(outcome: ImportOutcome): Record<string, number> {
  return {
    new: outcome.new,
    update: outcome.update,
    duplicate: outcome.duplicate,
    refused: outcome.refused,
  };
}

function problemLine({ row, heading, value, code, limit }: RowProblem): string {
  const where = heading === "" ? `row ${row}` : `row ${row}, ${heading} "${value}"`;
  return `${where}: ${t(`import.problem_${code}`, { limit })}`;
}

function inWords(error: unknown): unknown {
  if (!(error instanceof JobFailure)) return error;
  const { code, limit } = error;
  return new Error(t(`failure.${code}`, { limit }), { cause: error });
}

function fileOf([what, file, ...more]: readonly string[]): string {
  if (what !== "customers") {
    throw new UsageError(
      what === undefined
        ? "what to import is missing"
        : `"${what}" cannot be imported; expected customers`,
    );
  }
  if (file === undefined) throw new UsageError("FILE is missing");
  if (more[0] !== undefined) throw new UsageError(`unexpected "${more[0]}" behind "${file}"`);
  return file;
}

function ruleOf(text: string): (typeof DUPLICATE_RULES)[number] {
  const rule = DUPLICATE_RULES.find((known) => known === text);
  if (rule !== undefined) return rule;
  throw new UsageError(`--duplicates ${text}: expected one of ${DUPLICATE_RULES.join(", ")}`);
}

function jobContext(data: string, store: Store, io: CommandIo): JobContext {
  return {
    data,
    store,
    claims: null,
    by: CONSOLE,
    signal: io.signal(),
    progress: () => undefined,
    now: Date.now,
    comesAgain: () => false,
  };
}

function consoleDesk(job: JobContext): FolderDesk {
  const { data, store } = job;
  const again = () => consoleDesk(job);
  return { data, store: store.as(CONSOLE), by: "console", now: job.now(), again };
}
