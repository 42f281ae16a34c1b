import { JobFailure } from "../job_failure.ts";
import type { Area } from "./book.ts";
import { LAST_COLUMN } from "./limits.ts";

const REFERENCE = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/;

/** The area of a reference such as `A1:C3`; null where it is none. */
export function areaOf(reference: string): Area | null {
  const found = REFERENCE.exec(reference);
  if (found === null) return null;
  const [, left, top, right = left, bottom = top] = found;
  return {
    top: Number(top),
    bottom: Number(bottom),
    left: columnNumber(left!),
    right: columnNumber(right!),
  };
}

/** The column of a cell's reference, from 0: `C7` is 2. Throws JobFailure `broken_excel`. */
export function columnOf(reference: string): number {
  const [letters] = /^\$?([A-Za-z]{1,3})/.exec(reference)?.slice(1) ?? [];
  if (letters === undefined) throw new JobFailure("broken_excel");
  const column = columnNumber(letters);
  if (column >= LAST_COLUMN) throw new JobFailure("broken_excel");
  return column;
}

function columnNumber(letters: string): number {
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}
