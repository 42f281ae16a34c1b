import { z } from "zod";
import {
  DUPLICATE_RULES,
  type DuplicateRule,
  IMPORT_FIELDS,
  type ImportColumn,
  type ImportField,
  type ImportKey,
  parseImportField,
} from "../domain/customer_import.ts";
import type { CustomField } from "../domain/custom_field.ts";
import { UsageError } from "./command.ts";

/** What a file says about the columns of another: `{"columns": {"고객": "name", "HP": "number:휴대", "x": ""}}`. */
export interface Mapping {
  /** By heading: a field, `number:LABEL`, `custom:LABEL` for a field that this office defined, or nothing for a column that is left out. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly duplicates?: DuplicateRule | undefined;
  /** By what a row and a customer are the same: `number` (with the name), `code`, or the label of an own field. */
  readonly key?: string | undefined;
}

const SHAPE = z.strictObject({
  columns: z.record(z.string(), z.string()).optional(),
  duplicates: z.enum(DUPLICATE_RULES).optional(),
  key: z.string().optional(),
});

/** Reads the mapping file `path`. Throws UsageError where it is none. */
export async function loadMapping(path: string): Promise<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse(await Deno.readTextFile(path));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new UsageError(`--mapping ${path}: cannot be read as JSON (${why})`);
  }
  const read = SHAPE.safeParse(json);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  throw new UsageError(`--mapping ${path}: ${issue?.path.join(".") ?? ""} ${issue?.message ?? ""}`);
}

/** The columns with those that the mapping names put in place of the guesses. Throws UsageError. */
export function mappedColumns(
  { columns = {} }: Mapping,
  headings: readonly string[],
  guessed: readonly ImportColumn[],
  fields: readonly CustomField[],
): ImportColumn[] {
  for (const heading of Object.keys(columns)) {
    if (!headings.includes(heading)) {
      throw new UsageError(`the file has no column "${heading}"; it has ${headings.join(", ")}`);
    }
  }
  return headings.map((heading, index) => {
    const word = Object.hasOwn(columns, heading) ? columns[heading] : undefined;
    if (word === undefined) return guessed[index] ?? { field: "", label: "" };
    return columnNamed(word, heading, fields);
  });
}

function columnNamed(
  word: string,
  heading: string,
  fields: readonly CustomField[],
): ImportColumn {
  const [name = "", ...label] = word.split(":");
  const field = fieldNamed(name, label.join(":"), fields);
  if (field === null) {
    const known = [
      ...IMPORT_FIELDS.filter((one) => one !== ""),
      ...fields.map((one) => `custom:${one.label}`),
    ].join(", ");
    throw new UsageError(`"${heading}": there is no field "${word}"; expected one of ${known}`);
  }
  return { field, label: field === "number" ? label.join(":") : "" };
}

function fieldNamed(
  name: string,
  label: string,
  fields: readonly CustomField[],
): ImportField | null {
  if (name !== "custom") return parseImportField(name);
  const custom = fields.find((one) => one.label === label);
  return custom === undefined ? null : `custom:${custom.id}`;
}

/** The key that a mapping or an option names; one of a column of the file. Throws UsageError. */
export function keyNamed(
  name: string,
  columns: readonly ImportColumn[],
  fields: readonly CustomField[],
): ImportKey {
  if (name === "number") return name;
  const custom = fields.find(({ label }) => label === name);
  const key = name === "code" ? name : custom === undefined ? null : `custom:${custom.id}` as const;
  if (key !== null && columns.some(({ field }) => field === key)) return key;
  const has = (field: ImportKey) => columns.some((column) => column.field === field);
  const own = fields.filter(({ id }) => has(`custom:${id}`)).map(({ label }) => label);
  const known = ["number", ...has("code") ? ["code"] : [], ...own].join(", ");
  throw new UsageError(`--key ${name}: no column of the file is that; expected one of ${known}`);
}
