import type { ImportFailure } from "../../../domain/customer_import.ts";
import { JobFailure } from "../../job_failure.ts";
import type { ByteSource } from "../byte_source.ts";
import { CompoundFile } from "./compound_file.ts";

/** What a compound file is, by what it has at the top. */
const OTHERS: readonly (readonly [RegExp, ImportFailure])[] = [
  [/^(?:encryptedpackage|encryptioninfo)$/, "excel_encrypted"],
  [/^(?:bodytext|hwpsummaryinformation|docinfo)$/, "is_hwp"],
  [/^worddocument$/, "is_word"],
  [/^powerpoint document$/, "is_slides"],
  [/^__(?:properties_version|nameid_version|substg)1\.0/, "is_mail"],
];

/** The stream of a compound file in which its workbook is. Throws JobFailure by what the file is where it is another. */
export function compoundWorkbook(source: ByteSource): ByteSource {
  const file = CompoundFile.open(source);
  // Where both are there, "Book" is for programs of before 1997.
  const stream = file.stream("workbook") ?? file.stream("book");
  if (stream !== null) return stream;
  for (const [name, failure] of OTHERS) {
    if ([...file.names].some((one) => name.test(one))) throw new JobFailure(failure);
  }
  throw new JobFailure("not_a_table");
}
