import {
  CUSTOMER_FIELDS,
  type CustomerFieldName,
  isBirthday,
  isEmail,
  mayOwn,
  type TextField,
} from "../../../domain/customer_fields.ts";
import type { PartField, RowProblemCode } from "../../../domain/customer_import.ts";
import { parseCustomerCode } from "../../../domain/customer.ts";
import { numbersIn } from "../../../domain/numbers_in.ts";
import type { NumberRead } from "../../../domain/phone_number.ts";
import { saysNothing } from "../../../domain/says_nothing.ts";
import type { ImportedCustomer } from "../../../store/import_batch.ts";
import { yesOrNo } from "../../../text/import_words.ts";
import { dayOfCell } from "./cell_day.ts";
import { customCell } from "./custom_cell.ts";
import { isOthers } from "./others_number.ts";
import type { NoteSoFar } from "./note_so_far.ts";
import type { OfficeTerms } from "./office_terms.ts";

/** What a row says, while its cells are read one after the other. */
export interface RowSoFar {
  /** The customer whom the row names by their ID. */
  code: number | null;
  readonly texts: Partial<Record<TextField, string>>;
  /** What columns say of the name and the address in pieces. */
  readonly parts: Partial<Record<PartField, string>>;
  /** By their normal form. */
  readonly numbers: Map<string, ImportedCustomer["numbers"][number]>;
  readonly more: { doNotCall?: boolean; birthday?: string; ownerId?: number };
  readonly custom: Map<number, string>;
  /** Those of them that can no longer be chosen. */
  readonly outOfUse: (readonly [field: number, value: string])[];
  /** A consultation; absent where no cell says anything of one. */
  note?: NoteSoFar;
  /** The columns in which a leading zero was given back. */
  readonly restored: number[];
  /** The columns in which the office's area code was put before a number. */
  readonly completed: number[];
}

/** A cell that is not blank, tidied, with what its column is. */
export interface Cell {
  readonly text: string;
  readonly index: number;
  readonly heading: string;
  /** Of a number: what the cell beside it says, or else the column. */
  readonly label: string;
  /** What the cell beside it says; "" where there is none. */
  readonly said: string;
}

type Refuse = (problem: RowProblemCode, limit?: number) => void;
export type CellReader = (row: RowSoFar, cell: Cell, terms: OfficeTerms, refuse: Refuse) => void;

/** Reads the column of the customer's ID. */
export const readCode: CellReader = (row, { text }, _, refuse) => {
  row.code = parseCustomerCode(text);
  if (row.code === null) refuse("code");
};

/** Reads the column of a field that an administrator defined. */
export function customReader(id: number): CellReader {
  return (row, { text }, terms, refuse) => {
    const known = terms.fields.get(id);
    // Taken out of use since the columns were chosen.
    if (known === undefined) return;
    const read = customCell(known, text);
    if (!("code" in read)) {
      row.custom.set(known.id, read.value);
      return;
    }
    if (read.code === "choice" && !saysNothing(text)) {
      // A customer who has it may keep it: that is decided when it is known whom the row is about.
      const value = text.trim();
      row.custom.set(known.id, value);
      row.outOfUse.push([known.id, value]);
    }
    refuse(read.code, read.limit);
  };
}

/** Reads the column of a field that is one text. */
export function textReader(field: TextField): CellReader {
  const { kind, most } = CUSTOMER_FIELDS[field];
  return ({ texts }, { text }, terms, refuse) => {
    if (text.length > most && [...text].length > most) return refuse("too_long", most);
    if (kind === "email" && !isEmail(text)) return refuse("email");
    const said = kind === "grade" ? terms.gradeOf(text) : text;
    const before = texts[field];
    if (kind === "paragraphs") addLine(texts, field, said, refuse);
    else if (before === undefined || before === said) texts[field] = said;
    else refuse("two_values");
  };
}

/** Of paragraphs each column adds its own. */
function addLine(texts: RowSoFar["texts"], field: TextField, line: string, refuse: Refuse): void {
  const { most } = CUSTOMER_FIELDS[field];
  const before = texts[field];
  const all = before === undefined || before === line ? line : `${before}\n${line}`;
  if (all.length > most) refuse("too_long", most);
  else texts[field] = all;
}

/** Longer ones are longer than the name or the address that they are a part of. */
const LONGEST_PART = 200;

/** Reads the column of a part of a name or an address; of a street there may be more than one. */
export function partReader(field: PartField): CellReader {
  return ({ parts }, { text }, _, refuse) => {
    const before = parts[field];
    if (text.length > LONGEST_PART) refuse("too_long", LONGEST_PART);
    else if (before === undefined || before === text) parts[field] = text;
    else if (field === "street") parts[field] = `${before} ${text}`;
    else refuse("two_values");
  };
}

/** Readers of the other columns, by the field. */
export const FIELD_READERS: Readonly<Record<Exclude<CustomerFieldName, TextField>, CellReader>> = {
  numbers(row, { text, index, label, said }, { numbering }, refuse) {
    const { numbers, restored, completed } = row;
    for (const { text: number, read } of numbersIn(text, numbering)) {
      if (read.kind !== "number") {
        // `없음` is what some write in a cell that others leave blank.
        if (read.why !== "blank") refuse(numberProblem(read));
        continue;
      }
      if (number.length > CUSTOMER_FIELDS.numbers.most) return refuse("number");
      // An assistant's or a spouse's is not the customer's: it is kept as what it is. What stands in the customer's own
      // cell with a note behind it (`010-1234-5678(배우자)`) is kept with the note.
      if (isOthers(said)) {
        addLine(row.texts, "memo", `${said}: ${number}`, refuse);
        continue;
      }
      if (read.completed === "zero") restored.push(index);
      if (read.completed === "area_code") completed.push(index);
      const { normal } = read;
      if (!numbers.has(normal)) numbers.set(normal, { number, normal, label });
    }
  },
  birthday({ more }, { text }, { now }, refuse) {
    const day = dayOfCell(text);
    if (day === null || !isBirthday(day, now)) refuse("date");
    else more.birthday = day;
  },
  doNotCall({ more }, { text }, _, refuse) {
    const said = yesOrNo(text);
    if (said === null) refuse("yes_no");
    else more.doNotCall = said;
  },
  owner({ more }, { text }, terms, refuse) {
    const owner = terms.ownerOf(text);
    if (owner === null) return refuse("owner");
    more.ownerId = owner.id;
    // A customer who is theirs already may stay theirs: that is decided when it is known whom the row is about.
    if (!mayOwn(owner, null)) refuse("owner_left");
  },
};

function numberProblem({ kind, why }: Exclude<NumberRead, { kind: "number" }>): RowProblemCode {
  if (why === "scientific") return why;
  return kind === "unsure" ? "number_unsure" : "number";
}
