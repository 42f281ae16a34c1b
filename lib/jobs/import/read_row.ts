import {
  customFieldId,
  type ImportColumn,
  type ImportField,
  MOST_NUMBERS,
  type RowProblem,
  type RowProblemCode,
  TEXT_LIMITS,
  type TextField,
} from "../../domain/customer_import.ts";
import { parseCustomerCode } from "../../domain/customer.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import type { ImportedCustomer } from "../../store/import_batch.ts";
import { yesOrNo } from "../../text/import_words.ts";
import { dayOfCell } from "./cell_day.ts";
import { customCell } from "./custom_cell.ts";
import { restoredNumber } from "./eaten_zero.ts";
import type { OfficeTerms } from "./office_terms.ts";
import type { TableRow } from "./table.ts";

/** A row as the columns say it. With any problem it is refused as a whole. */
export interface ReadRow {
  readonly row: number;
  /** The customer whom the row names by their ID; null where it does not. */
  readonly code: number | null;
  readonly customer: ImportedCustomer;
  readonly problems: readonly RowProblem[];
  /** The columns in which a leading zero was given back. */
  readonly restored: readonly number[];
}

/** Longer values are cut in a report. */
const LONGEST_SHOWN = 100;
/** 1.01235E+09: what Excel leaves of a number in a narrow column. */
const SCIENTIFIC = /^\d(?:[.,]\d+)?E\+?\d+$/i;

const FIRST_BIRTHDAY = "1900-01-01";

/** What the row says of a customer, checked by the rules of the customer's form. */
export function readRow(
  { row, cells }: TableRow,
  columns: readonly ImportColumn[],
  headings: readonly string[],
  terms: OfficeTerms,
): ReadRow {
  const more: { doNotCall?: boolean; birthday?: string; ownerId?: number } = {};
  const custom = new Map<number, string>();
  const texts: Partial<Record<TextField, string>> = {};
  const numbers = new Map<string, ImportedCustomer["numbers"][number]>();
  const problems: RowProblem[] = [];
  const restored: number[] = [];
  let code: number | null = null;

  columns.forEach(({ field, label }, index) => {
    const text = composed(cells[index] ?? "", field);
    if (field === "" || text === "") return;
    const refuse = (problem: RowProblemCode, limit = 0) => {
      const [heading, value] = [headings[index] ?? "", shown(text)];
      problems.push({ row, heading, value, code: problem, limit });
    };
    if (/[^\P{Cc}\n\t]/u.test(text)) return refuse("control");
    if (field === "code") {
      code = parseCustomerCode(text);
      if (code === null) refuse("code");
    } else if (field === "number") {
      for (const piece of pieces(text)) {
        if (SCIENTIFIC.test(piece)) return refuse("scientific");
        const whole = restoredNumber(piece);
        const number = whole ?? piece;
        const normal = number.length > 60 ? null : normalNumber(number);
        if (normal === null) return refuse("number");
        if (whole !== null) restored.push(index);
        if (!numbers.has(normal)) numbers.set(normal, { number, normal, label });
      }
    } else if (field === "do_not_call") {
      const said = yesOrNo(text);
      if (said === null) refuse("yes_no");
      else more.doNotCall = said;
    } else if (field === "birthday") {
      const day = dayOfCell(text);
      if (day === null || day < FIRST_BIRTHDAY || day > terms.today) refuse("date");
      else more.birthday = day;
    } else if (field === "owner") {
      const owner = terms.ownerOf(text);
      if (owner === null) refuse("owner");
      else more.ownerId = owner;
    } else if (isCustom(field)) {
      const known = terms.fields.get(customFieldId(field) ?? 0);
      // Taken out of use since the columns were chosen.
      if (known === undefined) return;
      const read = customCell(known, text);
      if ("code" in read) refuse(read.code, read.limit);
      else custom.set(known.id, read.value);
    } else {
      const limit = TEXT_LIMITS[field];
      if (text.length > limit && [...text].length > limit) return refuse("too_long", limit);
      if (field === "email" && !/^\S+@\S+\.\S+$/.test(text)) return refuse("email");
      texts[field] = text;
    }
  });

  const whole = (problem: RowProblemCode, limit = 0) =>
    problems.push({ row, heading: "", value: "", code: problem, limit });
  if (numbers.size > MOST_NUMBERS) whole("too_many_numbers", MOST_NUMBERS);
  // Many lists have companies only: the company is then who is called.
  if (texts.name === undefined && texts.company !== undefined && code === null) {
    texts.name = texts.company;
  }
  if (problems.length === 0 && texts.name === undefined && code === null) whole("required");
  const customer = { texts, numbers: [...numbers.values()], ...more, custom: [...custom] };
  return { row, code, customer, problems, restored };
}

function isCustom(field: ImportField): field is `custom:${number}` {
  return field.startsWith("custom:");
}

/** Numbers in one cell, `010-1234-5678 / 02-555-1234`, where each of them is one by itself. */
function pieces(text: string): string[] {
  const parts = text.split(/[\n,;/|]+/).map((part) => part.trim()).filter((part) => part !== "");
  const all = parts.length > 1 && parts.every((part) => {
    const digits = part.replace(/\D/g, "").length;
    return digits >= 7 && normalNumber(part) !== null;
  });
  return all ? parts : [text];
}

/**
 * Korean typed on a Mac comes in pieces (NFD): composed, the same name is the same text. A line break in a cell
 * that is to be one line is a blank.
 */
function composed(text: string, field: ImportField): string {
  // Our own CSV files put an apostrophe before what Excel would take for a formula.
  const tidy = text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").trim().replace(
    /^'(?=[=+\-@])/,
    "",
  );
  return field === "memo" || field === "number" ? tidy : tidy.replace(/[\n\t]+/g, " ");
}

function shown(text: string): string {
  const letters = [...text.slice(0, LONGEST_SHOWN * 2)];
  return letters.length > LONGEST_SHOWN || text.length > LONGEST_SHOWN * 2
    ? `${letters.slice(0, LONGEST_SHOWN).join("")}…`
    : text;
}
