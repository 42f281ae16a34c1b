import type { FileRemark, ImportContents, ImportReading } from "../domain/import_contents.ts";
import type { Translate } from "./translator.ts";

const MOST_SHEETS_NAMED = 5;

/** What whoever brings a file should know of it, a sentence each: sheets that were left out, hidden rows, and so on. */
export function importRemarks(
  { sheets, sheet, remarks }: ImportContents,
  { leavesHidden }: ImportReading,
  t: Translate,
): string[] {
  const others = sheets.filter(({ name }) => name !== sheet).map(({ name }) => name);
  const named = others.slice(0, MOST_SHEETS_NAMED).join(", ");
  return [
    ...(others.length === 0 ? [] : [t("import.remark_sheets", { sheet, others: named })]),
    ...remarks.map((remark) => sentenceOf(remark, leavesHidden, t)),
  ];
}

function sentenceOf({ code, count, row }: FileRemark, leavesHidden: boolean, t: Translate) {
  const key = code === "hidden_rows" && leavesHidden ? "hidden_left" : code;
  return t(`import.remark_${key}`, { count: count.toLocaleString("en-GB"), row });
}
