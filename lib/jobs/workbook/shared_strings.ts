import type { ByteSource } from "./byte_source.ts";
import { INFLATED } from "./limits.ts";
import { RichText } from "./rich_text.ts";
import type { StringTable } from "./string_table.ts";
import { parsePart } from "./xml_part.ts";
import type { ZipMember } from "./zip_member.ts";

/** Reads the texts that cells name by their number into `table`. Throws what `parsePart` and `StringTable` throw. */
export async function readSharedStrings(
  source: ByteSource,
  member: ZipMember,
  table: StringTable,
): Promise<void> {
  const text = new RichText();
  await parsePart(source, member, INFLATED.strings, {
    open(name) {
      if (name === "si") text.begin();
      else text.open(name);
    },
    close(name) {
      if (name === "si") table.add(text.end());
      else text.close(name);
    },
    text: (piece) => text.add(piece),
  });
  table.finish();
}
