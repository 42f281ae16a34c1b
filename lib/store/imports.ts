import type { ImportChoices, ImportOutcome } from "../domain/customer_import.ts";
import { AS_FOUND, type ImportContents, type ImportReading } from "../domain/import_contents.ts";
import type { FailureNote } from "../domain/job_failure.ts";
import type { Change } from "./customers.ts";
import type { Store } from "./database.ts";
import { NotFound } from "./errors.ts";

/** `draft` until it is started; `writing` its customers (nobody sees them), `publishing` its changes, `done`. */
export type ImportState =
  | "draft"
  | "writing"
  | "publishing"
  | "done"
  | "removing"
  | "removed"
  | "failed";

export interface Import {
  readonly id: number;
  readonly fileName: string;
  readonly state: ImportState;
  readonly createdAt: number;
  readonly createdBy: number | null;
  readonly staffName: string | null;
  readonly endedAt: number | null;
  readonly reading: ImportReading;
  readonly contents: ImportContents | null;
  readonly choices: ImportChoices | null;
  readonly outcome: ImportOutcome | null;
  readonly failure: FailureNote | null;
}

interface ImportRow {
  id: number;
  file_name: string;
  state: ImportState;
  created_at: number;
  created_by: number | null;
  staff_name: string | null;
  ended_at: number | null;
  reading: string;
  contents: string;
  choices: string;
  outcome: string;
  failure: string;
}

const COLUMNS = `imports.id, imports.file_name, imports.state, imports.created_at,
  imports.created_by, staff.name AS staff_name, imports.ended_at, imports.reading,
  imports.contents, imports.choices, imports.outcome, imports.failure`;

export function createImport(store: Store, fileName: string, change: Change): number {
  return store.run(
    "INSERT INTO imports (file_name, state, created_at, created_by) VALUES (?, 'draft', ?, ?)",
    fileName,
    change.at,
    change.by,
  ).id;
}

export function importById(store: Store, id: number): Import | null {
  const row = store.get<ImportRow>(
    `SELECT ${COLUMNS} FROM imports LEFT JOIN staff ON staff.id = imports.created_by
     WHERE imports.id = ?`,
    id,
  );
  return row === undefined ? null : importOf(row);
}

/** The newest first. */
export function listImports(store: Store, limit: number): Import[] {
  return store.all<ImportRow>(
    `SELECT ${COLUMNS} FROM imports LEFT JOIN staff ON staff.id = imports.created_by
     ORDER BY imports.id DESC LIMIT ?`,
    limit,
  ).map(importOf);
}

/** Imports that were not brought to an end. */
export function unfinishedImports(store: Store): Import[] {
  return store.all<ImportRow>(
    `SELECT ${COLUMNS} FROM imports LEFT JOIN staff ON staff.id = imports.created_by
     WHERE imports.state IN ('writing', 'publishing', 'removing') ORDER BY imports.id`,
  ).map(importOf);
}

/** Of an import that was only looked at, or whose file could not be read, nothing is left. */
export function discardImport(store: Store, id: number): void {
  store.run("DELETE FROM imports WHERE id = ? AND state IN ('draft', 'failed')", id);
}

/** How the file is to be read from now on; what was found in it otherwise is void. */
export function keepReading(store: Store, id: number, reading: ImportReading): void {
  store.run(
    `UPDATE imports SET reading = ?, contents = '', choices = '', outcome = ''
     WHERE id = ? AND state IN ('draft', 'failed')`,
    JSON.stringify(reading),
    id,
  );
}

export function keepContents(store: Store, id: number, contents: ImportContents): void {
  store.run("UPDATE imports SET contents = ? WHERE id = ?", JSON.stringify(contents), id);
}

/** New choices make what was found out about the old ones void. */
export function keepChoices(store: Store, id: number, choices: ImportChoices): void {
  store.run(
    "UPDATE imports SET choices = ?, outcome = '' WHERE id = ? AND state = 'draft'",
    JSON.stringify(choices),
    id,
  );
}

export function keepOutcome(store: Store, id: number, outcome: ImportOutcome): void {
  store.run("UPDATE imports SET outcome = ? WHERE id = ?", JSON.stringify(outcome), id);
}

/**
 * Moves an import from one state to another, or returns false where it is not in the state `from`. `at` is
 * the moment of its end, null for a state that is none.
 */
export function moveImport(
  store: Store,
  id: number,
  from: ImportState,
  to: ImportState,
  at: number | null = null,
): boolean {
  return store.run(
    "UPDATE imports SET state = ?, ended_at = coalesce(?, ended_at) WHERE id = ? AND state = ?",
    to,
    at,
    id,
    from,
  ).changes === 1;
}

/** Says why an import failed, was cancelled or taken away. */
export function keepFailure(store: Store, id: number, failure: FailureNote): void {
  store.run(
    "UPDATE imports SET failure = ? WHERE id = ?",
    JSON.stringify(failure),
    id,
  );
}

export function clearFailure(store: Store, id: number): void {
  store.run("UPDATE imports SET failure = '' WHERE id = ?", id);
}

/** Throws `NotFound`. */
export function requireImport(store: Store, id: number): Import {
  const found = importById(store, id);
  if (found === null) throw new NotFound("import", id);
  return found;
}

function importOf(row: ImportRow): Import {
  const json = (text: string) => text === "" ? null : JSON.parse(text);
  return {
    id: row.id,
    fileName: row.file_name,
    state: row.state,
    createdAt: row.created_at,
    createdBy: row.created_by,
    staffName: row.staff_name,
    endedAt: row.ended_at,
    reading: json(row.reading) ?? AS_FOUND,
    contents: json(row.contents),
    choices: json(row.choices),
    outcome: row.outcome === "" ? null : { doubtful: 0, ...JSON.parse(row.outcome) },
    failure: json(row.failure),
  };
}
