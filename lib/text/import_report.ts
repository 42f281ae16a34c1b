import { LANGUAGES } from "../domain/staff.ts";
import { TEXTS } from "./texts.ts";

/** The columns behind those of the file in the rows that an import hands out: which row, what it led to, and why. */
export const REPORT_HEADINGS = ["import.row", "import.fate", "import.problem_reason"] as const;

/** How many of a file's columns, the last ones, are such; 0 of a file that no import handed out. */
export function reportColumns(headings: readonly string[]): number {
  const last = headings.slice(-REPORT_HEADINGS.length);
  const are = LANGUAGES.some((language) =>
    REPORT_HEADINGS.every((key, index) => last[index] === TEXTS[language][key])
  );
  return are ? REPORT_HEADINGS.length : 0;
}
