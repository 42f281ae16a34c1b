import type { ImportChoices, ImportColumn, ImportField } from "../../domain/customer_import.ts";
import type { ColumnFacts } from "../../domain/import_contents.ts";
import { importJob } from "../../domain/job_subject.ts";
import { customFieldByLabel } from "../../store/custom_fields.ts";
import { forgetMapping } from "../../store/import_mappings.ts";
import { clearFailure, keepChoices, requireImport } from "../../store/imports.ts";
import { createField } from "../custom_fields/create_field.ts";
import { type Desk, requireMay } from "../desk.ts";
import { type JobDesk, startJob } from "../jobs/job_desk.ts";
import type { Outcome, Problem } from "../problem.ts";
import { jobOnImport } from "./job_on_import.ts";

const LONGEST_LABEL = 40;
const LONGEST_FIELD_LABEL = 60;

/** A column as a person says what it is; `new` makes an own field of it, called `label`, and `?` says nothing yet. */
export interface ChosenColumn {
  readonly field: ImportField | "new" | "?";
  readonly label: string;
}

export interface ChosenImport extends Omit<ImportChoices, "columns"> {
  readonly columns: readonly ChosenColumn[];
}

/**
 * Keeps what each column of an import is and what is done with duplicates; what was found out about other choices is void.
 * Returns false, and keeps nothing, where the import is not a draft whose file was read, and what is wrong where a new
 * field cannot be made. Throws `NotFound`.
 */
export function keepColumns(desk: Desk, importId: number, chosen: ChosenImport): Outcome<boolean> {
  requireMay(desk, "customers.import");
  const { store } = desk;
  return store.transaction((): Outcome<boolean> => {
    const { state, contents, choices } = requireImport(store, importId);
    if (state !== "draft" || contents === null) return { ok: true, value: false };
    const columns: ImportColumn[] = [];
    for (const [index, heading] of contents.headings.entries()) {
      const [said, before] = [chosen.columns[index], choices?.columns[index]];
      const made = columnOf(desk, said, before, { heading, facts: contents.columns?.[index] });
      if (!made.ok) return made;
      columns.push(made.value);
    }
    clearFailure(store, importId);
    const { rule, key } = chosen;
    keepChoices(store, importId, { columns, rule, ...keptKey(columns, key) });
    return { ok: true, value: true };
  });
}

/** The same, and looks soon what would happen with them. */
export function chooseColumns(
  desk: JobDesk,
  importId: number,
  chosen: ChosenImport,
): Outcome<boolean> {
  const { store, jobs } = desk;
  return store.transaction(() => {
    const kept = keepColumns(desk, importId, chosen);
    if (!kept.ok || !kept.value) return kept;
    const before = jobOnImport(desk, importId);
    if (before !== null) jobs.cancel(before.id);
    startJob(desk, "check_import", { importId }, importJob(importId));
    return kept;
  });
}

/** A key is one where a column has it. */
function keptKey(
  columns: readonly ImportColumn[],
  key: ImportChoices["key"],
): Pick<ImportChoices, "key"> {
  if (key === undefined || key === "number") return {};
  return columns.some(({ field }) => field === key) ? { key } : {};
}

const NOTHING: ImportColumn = { field: "", label: "" };

function columnOf(
  desk: Desk,
  { field, label }: ChosenColumn = NOTHING,
  before: ImportColumn = NOTHING,
  { heading, facts }: { readonly heading: string; readonly facts: ColumnFacts | undefined },
): Outcome<ImportColumn> {
  const value = (column: ImportColumn): Outcome<ImportColumn> => ({ ok: true, value: column });
  if (field === "?") return value(before);
  if (field === "new") return newField(desk, label, facts);
  // Only a number has a label of its own.
  if (field === "number") {
    // Whose it is has been asked, and stands in the heading.
    const called = label === "" && before.left?.asks === "number" ? heading : label;
    return value({ field, label: tidy(called).slice(0, LONGEST_LABEL) });
  }
  if (field !== "" || before.left === undefined) return value({ field, label: "" });
  // Answered with no: why it was asked still says what it is.
  return value({ ...NOTHING, left: { ...before.left, asks: null } });
}

/** Forgets what was chosen for such files before, and has what the columns are guessed soon. Throws `NotFound`. */
export function guessColumnsAgain(desk: JobDesk, importId: number): void {
  requireMay(desk, "customers.import");
  const { store, jobs } = desk;
  store.transaction(() => {
    const { state, contents } = requireImport(store, importId);
    if (state !== "draft" || contents === null) return;
    forgetMapping(store, contents.headings);
    const before = jobOnImport(desk, importId);
    if (before !== null) jobs.cancel(before.id);
    startJob(desk, "read_import", { importId }, importJob(importId));
  });
}

/** Makes an own field of the column; where there is one of this label it is that one. */
function newField(
  desk: Desk,
  heading: string,
  { kind, choices }: Pick<ColumnFacts, "kind" | "choices"> = { kind: "text", choices: [] },
): Outcome<ImportColumn> {
  const label = tidy(heading).slice(0, LONGEST_FIELD_LABEL).trim();
  const known = customFieldByLabel(desk.store, label);
  if (known !== null) return { ok: true, value: { field: `custom:${known.id}`, label: "" } };
  const typed = { label, kind, choices: choices.join("\n"), required: false };
  const made = createField(desk, typed);
  if (!made.ok) return made;
  return { ok: true, value: { field: `custom:${made.value.id}`, label: "" } };
}

/** The first of what is wrong, to be said in one sentence. */
export function firstProblem(
  { problems }: { readonly problems: Readonly<Record<string, Problem>> },
) {
  return Object.values(problems)[0]!;
}

function tidy(text: string): string {
  return text.replace(/\p{C}/gu, "").trim();
}
