import { composed } from "../../../domain/composed.ts";
import { CUSTOMER_FIELDS, isTextField, MOST_NUMBERS } from "../../../domain/customer_fields.ts";
import {
  customFieldId,
  fieldOfColumn,
  type ImportColumn,
  type ImportField,
  isOfNote,
  isPart,
  type RowProblem,
  type RowProblemCode,
} from "../../../domain/customer_import.ts";
import { saysNothing } from "../../../domain/says_nothing.ts";
import type { ImportedCustomer } from "../../../store/import_batch.ts";
import {
  type CellReader,
  customReader,
  FIELD_READERS,
  partReader,
  readCode,
  type RowSoFar,
  textReader,
} from "./cell_readers.ts";
import { finishedNote, NOTE_READERS, type ReadNote } from "./note_cells.ts";
import { joinedAddress, joinedName } from "./joined_parts.ts";
import type { OfficeTerms } from "./office_terms.ts";
import type { TableRow } from "../formats/table.ts";

/**
 * A row as the columns say it. With any problem it is refused as a whole, but for an owner who has left and a
 * choice out of use: of customers who have them these are none.
 */
export interface ReadRow {
  readonly row: number;
  /** The customer whom the row names by their ID; null where it does not. */
  readonly code: number | null;
  readonly customer: ImportedCustomer;
  readonly problems: readonly RowProblem[];
  /** A letter of it was none in the file's encoding. */
  readonly lettersLost: boolean;
  /** What was said with the customer; null where the row has nothing of it. */
  readonly note: ReadNote | null;
  /** Values of own fields that can no longer be chosen, by the field's ID. */
  readonly outOfUse: RowSoFar["outOfUse"];
  /** The columns in which a leading zero was given back. */
  readonly restored: readonly number[];
  /** The columns in which the office's area code was put before a number. */
  readonly completed: readonly number[];
}

/** Longer values are cut in a report. */
const LONGEST_SHOWN = 100;

interface Reader {
  readonly read: CellReader;
  /** A line break in its cells stays one. */
  readonly keepsLines: boolean;
}

/** Problems of cells that are to have one kind of value: one that says nothing is blank. */
const OF_VALUES: ReadonlySet<RowProblemCode> = new Set([
  ...["email", "date", "yes_no", "owner", "figure", "choice"] as const,
]);

const LABEL_COLUMN = "number_label";
const LONGEST_LABEL = 40;

/** Reads rows of these columns: what each says of a customer, checked by the rules of the customer's form. */
export function rowReader(
  columns: readonly ImportColumn[],
  headings: readonly string[],
  terms: OfficeTerms,
): (row: TableRow) => ReadRow {
  const readers = columns.map(({ field }) =>
    field === "" || field === LABEL_COLUMN ? null : readerOf(field)
  );
  const isDated = columns.some(({ field }) => field === "note_at");
  return ({ row, cells, flaw, lettersLost = false }) => {
    if (flaw !== undefined) return refused(row, cells, flaw);
    const soFar: RowSoFar = {
      code: null,
      texts: {},
      parts: {},
      numbers: new Map(),
      more: {},
      custom: new Map(),
      outOfUse: [],
      restored: [],
      completed: [],
    };
    const problems: RowProblem[] = [];
    readers.forEach((reader, index) => {
      if (reader === null) return;
      const text = cellText(cells[index] ?? "", reader.keepsLines);
      if (text === "") return;
      const refuse = (problem: RowProblemCode, limit = 0) => {
        if (OF_VALUES.has(problem) && saysNothing(text)) return;
        const [heading, value] = [headings[index] ?? "", shown(text)];
        problems.push({ row, heading, value, code: problem, limit });
      };
      if (/[^\P{Cc}\n\t]/u.test(text)) return refuse("control");
      const said = columns[index - 1]?.field === LABEL_COLUMN
        ? labelOf(cells[index - 1] ?? "")
        : "";
      const [heading, label] = [headings[index] ?? "", said || columns[index]!.label];
      reader.read(soFar, { text, index, heading, label, said }, terms, refuse);
    });
    const note = finishedNote(soFar, isDated, terms);
    if (note === "undated" && problems.every(({ code }) => code !== "note_at")) {
      problems.push({ row, heading: "", value: "", code: "note_at", limit: 0 });
    }
    const kept = note === "undated" ? null : note;
    return { ...finished(row, soFar, problems), note: kept, lettersLost };
  };
}

/** A row that cannot be a customer's as it stands. */
function refused(row: number, cells: readonly string[], code: RowProblemCode): ReadRow {
  const value = shown(cells.filter((cell) => cell.trim() !== "").join(" | "));
  const problems = [{ row, heading: "", value, code, limit: 0 }];
  return {
    row,
    code: null,
    customer: { texts: {}, numbers: [], custom: [] },
    problems,
    note: null,
    lettersLost: false,
    outOfUse: [],
    restored: [],
    completed: [],
  };
}

/** The row as a whole, with what is wrong with more than a cell. */
function finished(
  row: number,
  { code, texts, parts, numbers, more, custom, outOfUse, restored, completed }: RowSoFar,
  problems: RowProblem[],
): Omit<ReadRow, "lettersLost" | "note"> {
  const whole = (problem: RowProblemCode, limit = 0) =>
    problems.push({ row, heading: "", value: "", code: problem, limit });
  const join = (field: "name" | "address", joined: string | undefined) => {
    const { most } = CUSTOMER_FIELDS[field];
    if (joined === undefined) return;
    if ([...joined].length > most) whole("too_long", most);
    else texts[field] = joined;
  };
  if (Object.keys(parts).length > 0) {
    join("name", texts.name ?? joinedName(parts));
    join("address", joinedAddress(parts, texts.address));
  }
  if (numbers.size > MOST_NUMBERS) whole("too_many_numbers", MOST_NUMBERS);
  // Many lists have companies only: the company is then who is called.
  if (texts.name === undefined && texts.company !== undefined && code === null) {
    texts.name = texts.company;
  }
  if (problems.length === 0 && texts.name === undefined && code === null) whole("required");
  const customer = { texts, numbers: [...numbers.values()], ...more, custom: [...custom] };
  return { row, code, customer, problems, outOfUse, restored, completed };
}

function readerOf(field: Exclude<ImportField, "">): Reader {
  if (field === "code") return { read: readCode, keepsLines: false };
  if (isOfNote(field)) return { read: NOTE_READERS[field], keepsLines: field === "note_text" };
  if (isPart(field)) return { read: partReader(field), keepsLines: false };
  const custom = customFieldId(field);
  if (custom !== null) return { read: customReader(custom), keepsLines: false };
  const name = fieldOfColumn(field);
  const { kind } = CUSTOMER_FIELDS[name];
  return {
    read: isTextField(name) ? textReader(name) : FIELD_READERS[name],
    keepsLines: kind === "paragraphs" || kind === "numbers",
  };
}

/** What a cell calls a number; an asterisk before it is the mark of the one that is called first. */
function labelOf(cell: string): string {
  return cellText(cell, false).replace(/^\*\s*|\p{C}/gu, "").trim().slice(0, LONGEST_LABEL);
}

/** A cell as it is kept. A line break in one that is to be one line is a blank. */
function cellText(text: string, keepsLines: boolean): string {
  // Our own CSV files put an apostrophe before what Excel would take for a formula.
  const tidy = composed(text.toWellFormed().replace(/\r\n?/g, "\n")).replace(
    /^'(?=[=+\-@])/,
    "",
  );
  return keepsLines ? tidy : tidy.replace(/[\n\t]+/g, " ");
}

function shown(text: string): string {
  const letters = [...text.slice(0, LONGEST_SHOWN * 2)];
  return letters.length > LONGEST_SHOWN || text.length > LONGEST_SHOWN * 2
    ? `${letters.slice(0, LONGEST_SHOWN).join("")}…`
    : text;
}
