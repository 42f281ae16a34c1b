import type { CustomField } from "../../domain/custom_field.ts";
import type { ImportColumn } from "../../domain/customer_import.ts";
import type { ImportContents } from "../../domain/import_contents.ts";
import { normalNumber } from "../../domain/phone_number.ts";
import { columnOf, headingWord, plainColumnOf } from "../../text/import_headings.ts";

/** What the columns of a file are, by their headings, and by their first rows where a heading says nothing. */
export function guessColumns(
  contents: Pick<ImportContents, "headings" | "sample">,
  fields: readonly CustomField[],
): ImportColumn[] {
  const taken = new Set<string>();
  const custom = new Map(fields.map(({ id, label }) => [headingWord(label), id]));
  const columns = contents.headings.map((heading) => {
    const own = custom.get(headingWord(heading));
    const defined: ImportColumn[] = own === undefined
      ? []
      : [{ field: `custom:${own}`, label: "" }];
    // Our own exports have the customer's fields first, and behind them those that the office defined.
    const candidates = [plainColumnOf(heading), ...defined, columnOf(heading)];
    const column = candidates.find(({ field }) => field !== "" && !taken.has(field)) ?? NOTHING;
    // A customer has one name and several numbers.
    if (column.field !== "number") taken.add(column.field);
    return column;
  });
  return columns.map((column, index) => {
    if (column.field !== "") return column;
    const values = contents.sample.map((cells) => cells[index] ?? "").filter((text) => text !== "");
    if (values.length === 0) return NOTHING;
    if (values.every(looksLikeNumber)) return { field: "number", label: "" };
    if (!taken.has("email") && values.every((text) => /^\S+@\S+\.\S+$/.test(text))) {
      taken.add("email");
      return { field: "email", label: "" };
    }
    return NOTHING;
  });
}

const NOTHING: ImportColumn = { field: "", label: "" };

function looksLikeNumber(text: string): boolean {
  return /^\+?[\d\s()-]{9,20}$/.test(text) && /^0|^\+|-/.test(text) && normalNumber(text) !== null;
}
