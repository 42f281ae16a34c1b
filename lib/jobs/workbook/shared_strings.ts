import type { ByteSource } from "./byte_source.ts";
import { INFLATED } from "./limits.ts";
import { RichText } from "./rich_text.ts";
import { StringTable } from "./string_table.ts";
import { parsePart } from "./xml_part.ts";
import type { ZipMember } from "./zip_directory.ts";

/** The texts that cells name by their number. Throws what `parsePart` and `StringTable` throw. */
export async function sharedStrings(
  source: ByteSource,
  member: ZipMember,
): Promise<StringTable> {
  const table = new StringTable();
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
  return table;
}
