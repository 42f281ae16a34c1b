import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { INFLATED, MOST_STYLES } from "./limits.ts";
import { knownShowing, type Showing, showingOf } from "./number_format.ts";
import { parsePart } from "./xml_part.ts";
import type { ZipMember } from "./zip_member.ts";

/** How each of the cell styles (`s` of a cell is the index) shows a number. Throws what `parsePart` throws. */
export async function cellStyles(source: ByteSource, member: ZipMember): Promise<Showing[]> {
  const own = new Map<number, Showing>();
  const styles: Showing[] = [];
  let inStyles = false;
  await parsePart(source, member, INFLATED.book, {
    open(name, { numFmtId = "", formatCode = "" }) {
      if (name === "cellXfs") inStyles = true;
      if (own.size > MOST_STYLES || styles.length > MOST_STYLES) {
        throw new JobFailure("broken_excel");
      }
      const id = Number(numFmtId);
      if (name === "numFmt") own.set(id, showingOf(formatCode));
      else if (name === "xf" && inStyles) styles.push(own.get(id) ?? knownShowing(id));
    },
    close(name) {
      if (name === "cellXfs") inStyles = false;
    },
  });
  return styles;
}
