import { areaOf } from "./area.ts";
import type { Area } from "./book.ts";
import type { ByteSource } from "./byte_source.ts";
import { INFLATED, MOST_TABLES } from "./limits.ts";
import type { Relationship } from "./relationships.ts";
import { parsePart } from "./xml_part.ts";
import type { ZipDirectory } from "./zip_directory.ts";

/** The rows in which the tables of a sheet sum up what is above, as areas of one row. Throws what `parsePart` throws. */
export async function tableTotals(
  source: ByteSource,
  directory: ZipDirectory,
  related: readonly Relationship[],
): Promise<Area[]> {
  const totals: Area[] = [];
  const tables = related.filter(({ kind }) => kind === "table").slice(0, MOST_TABLES);
  for (const { target } of tables) {
    const member = directory.get(target);
    if (member === undefined) continue;
    await parsePart(source, member, INFLATED.relationships, {
      open(name, { ref = "", totalsRowCount = "0" }) {
        const area = name === "table" && Number(totalsRowCount) > 0 ? areaOf(ref) : null;
        if (area !== null) totals.push({ ...area, top: area.bottom });
      },
    });
  }
  return totals;
}
