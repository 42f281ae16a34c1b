import { JobFailure } from "../job_failure.ts";
import { areaOf } from "./area.ts";
import type { Area } from "./book.ts";
import type { ByteSource } from "./byte_source.ts";
import { INFLATED, MOST_MERGES } from "./limits.ts";
import { memberBytes } from "./member_bytes.ts";
import { xmlEncoding } from "./xml_part.ts";
import type { ZipMember } from "./zip_member.ts";

const MERGE = /<(?:\w+:)?mergeCell\s[^<>]{0,200}?ref\s*=\s*["']([A-Za-z0-9:$]{1,40})["']/g;
/** Characters of the longest tag that is looked for. */
const LONGEST = 300;

/**
 * The merged areas of a sheet. They stand behind its rows and are needed before: so it is inflated once more, and only
 * these tags are looked for, which takes a tenth of parsing it. Throws what `memberBytes` throws, and JobFailure
 * `excel_parts` where there are too many.
 */
export async function mergedAreas(source: ByteSource, member: ZipMember): Promise<Area[]> {
  const areas: Area[] = [];
  let decoder: TextDecoder | null = null;
  let text = "";
  for await (const bytes of memberBytes(source, member, INFLATED.sheet)) {
    decoder ??= new TextDecoder(xmlEncoding(bytes));
    text += decoder.decode(bytes, { stream: true });
    let end = Math.max(0, text.length - LONGEST);
    if (text.includes("mergeCell ")) {
      for (const found of text.matchAll(MERGE)) {
        end = Math.max(end, found.index + found[0].length);
        const area = areaOf(found[1]!);
        if (area !== null) areas.push(area);
        if (areas.length > MOST_MERGES) throw new JobFailure("excel_parts", MOST_MERGES);
      }
    }
    text = text.slice(end);
  }
  return areas;
}
