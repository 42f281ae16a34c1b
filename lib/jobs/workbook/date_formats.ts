import type { ByteSource } from "./byte_source.ts";
import { JobFailure } from "../job_failure.ts";
import { INFLATED, MOST_STYLES } from "./limits.ts";
import { parsePart } from "./xml_part.ts";
import type { ZipMember } from "./zip_member.ts";

/** The numbers of formats that every spreadsheet knows and that show dates or times. (ECMA-376 part 1, 18.8.30.) */
const KNOWN = new Set([
  ...[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36],
  ...[45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58],
]);
/** Longer ones are no formats. */
const LONGEST_FORMAT = 1000;

/** Which of the cell styles (`s` of a cell is the index) show a number as a date or time. Throws what `parsePart` throws. */
export async function dateStyles(source: ByteSource, member: ZipMember): Promise<boolean[]> {
  const own = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inStyles = false;
  await parsePart(source, member, INFLATED.book, {
    open(name, { numFmtId = "", formatCode = "" }) {
      if (name === "cellXfs") inStyles = true;
      if (own.size > MOST_STYLES || styles.length > MOST_STYLES) {
        throw new JobFailure("broken_excel");
      }
      const id = Number(numFmtId);
      if (name === "numFmt") own.set(id, showsDate(formatCode));
      else if (name === "xf" && inStyles) styles.push(own.get(id) ?? KNOWN.has(id));
    },
    close(name) {
      if (name === "cellXfs") inStyles = false;
    },
  });
  return styles;
}

/** Whether a number format such as `yyyy-mm-dd` or `[$-412]m"월" d"일"` shows a date or a time. */
export function showsDate(format: string): boolean {
  const code = format.slice(0, LONGEST_FORMAT);
  if (/\[(?:h+|m+|s+)\]/i.test(code)) return true;
  // Without what is in brackets or quotes, escaped, or a filling.
  const bare = code.replace(/\[[^\]]*\]|"[^"]*"|\\.|[*_]./g, "");
  if (/^\s*(?:General|@)\s*$/i.test(bare)) return false;
  return /[ydhs]|m{3,}|am\/pm|a\/p/i.test(bare.replace(/General/gi, ""));
}
