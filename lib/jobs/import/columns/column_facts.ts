import { checkFieldValue, type FieldKind } from "../../../domain/custom_field.ts";
import type { ColumnFacts } from "../../../domain/import_contents.ts";
import { customCell } from "../rows/custom_cell.ts";

const EXAMPLES = 3;
const LONGEST_EXAMPLE = 60;
/** Few different values, each of which comes again and again, are choices. */
const MOST_CHOICES = 12;
const OFTEN = 3;
const LONGEST_CHOICE = 30;

/** What the first rows of a file have in each of its columns. */
export function columnFacts(
  { headings }: { readonly headings: readonly string[] },
  rows: readonly (readonly string[])[],
): ColumnFacts[] {
  return headings.map((_, index) => {
    const values = rows.map((cells) => (cells[index] ?? "").trim()).filter((text) => text !== "");
    const different = [...new Set(values)];
    const examples = different.slice(0, EXAMPLES).map((text) => text.slice(0, LONGEST_EXAMPLE));
    const kind = kindFor(values, different);
    return { examples, kind, choices: kind === "choice" ? different.toSorted() : [] };
  });
}

/** The kind of an own field that takes all of these values. */
function kindFor(values: readonly string[], different: readonly string[]): FieldKind {
  if (values.length === 0) return "text";
  const takes = (kind: FieldKind) =>
    different.every((value) => "value" in customCell({ ...NEW_FIELD, kind }, value));
  if (different.length <= 2 && !different.every((one) => /^\d+$/.test(one)) && takes("yes_no")) {
    return "yes_no";
  }
  // Leading zeros, and more digits than are a quantity, are somebody's numbering.
  if (different.every((one) => !/^0\d|^\d{10,}/.test(one)) && takes("number")) return "number";
  if (takes("date")) return "date";
  const few = different.length >= 2 && different.length <= MOST_CHOICES &&
    values.length >= different.length * OFTEN &&
    different.every((one) => one.length <= LONGEST_CHOICE);
  const isPlain = (one: string) => checkFieldValue({ ...NEW_FIELD, kind: "text" }, one).ok;
  return few && different.every(isPlain) ? "choice" : "text";
}

const NEW_FIELD = {
  id: 0,
  label: "",
  kind: "text",
  choices: [],
  required: false,
  retiredAt: null,
} as const;
