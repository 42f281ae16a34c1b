import { JobFailure } from "../job_failure.ts";
import { type Book, countTwo, type Sheet, type SheetRow } from "./book.ts";
import type { ByteSource } from "./byte_source.ts";
import { cellStyles } from "./cell_styles.ts";
import type { CellTerms } from "./cell_value.ts";
import { INFLATED, MOST_SHEETS } from "./limits.ts";
import { mergedAreas } from "./merged_areas.ts";
import { type Relationship, relationshipsOf } from "./relationships.ts";
import type { DateSystem } from "./serial_date.ts";
import { readSharedStrings } from "./shared_strings.ts";
import { sheetRows } from "./sheet_rows.ts";
import { StringTable } from "./string_table.ts";
import { tableTotals } from "./table_totals.ts";
import { parsePart, prefixed } from "./xml_part.ts";
import type { ZipDirectory } from "./zip_directory.ts";
import type { ZipMember } from "./zip_member.ts";

interface Parts {
  readonly sheets: (Sheet & { readonly relationship: string })[];
  readonly system: DateSystem;
}

/**
 * A workbook (.xlsx, .xlsm) whose parts are found by following its relationships, and of which no more is held in
 * memory than where its shared strings are. Every limit counts before room is made.
 */
export class XlsxBook implements Book {
  readonly format = "xlsx";
  #strings: StringTable | null = null;
  #reading: Promise<CellTerms> | null = null;

  private constructor(
    private readonly source: ByteSource,
    private readonly scratch: string,
    private readonly directory: ZipDirectory,
    private readonly related: readonly Relationship[],
    private readonly parts: Parts,
  ) {}

  /**
   * Reads what the workbook says of its sheets. The file `scratch` is made for the shared strings. Throws JobFailure:
   * `not_a_table` where it is no workbook, `is_xlsb`, `is_word` and `is_slides` for its relatives, and what `parsePart`
   * throws.
   */
  static async open(
    source: ByteSource,
    directory: ZipDirectory,
    scratch: string,
  ): Promise<XlsxBook> {
    const roots = await relationshipsOf(source, directory, "");
    const part = roots.find(({ kind }) => kind === "officeDocument")?.target ?? "";
    const member = directory.get(part);
    if (part.startsWith("word/")) throw new JobFailure("is_word");
    if (part.startsWith("ppt/")) throw new JobFailure("is_slides");
    if (member === undefined) throw new JobFailure("not_a_table");
    if (part.endsWith(".bin")) throw new JobFailure("is_xlsb");
    const related = await relationshipsOf(source, directory, part);
    const sheetIds = new Set(
      related.filter(({ kind }) => kind === "worksheet").map(({ id }) => id),
    );
    const parts = await readParts(source, member, sheetIds);
    return new XlsxBook(source, scratch, directory, related, parts);
  }

  get sheets(): readonly Sheet[] {
    return this.parts.sheets;
  }

  async count(index: number): Promise<number> {
    const none = { merges: [], totals: [] };
    return await countTwo(
      sheetRows(this.source, this.#sheet(index), await this.#terms(), none),
    );
  }

  async *rows(index: number): AsyncGenerator<SheetRow> {
    const sheet = this.#sheet(index);
    const related = await relationshipsOf(this.source, this.directory, this.#target(index));
    yield* sheetRows(this.source, sheet, await this.#terms(), {
      merges: await mergedAreas(this.source, sheet),
      totals: await tableTotals(this.source, this.directory, related),
    });
  }

  [Symbol.dispose](): void {
    this.#strings?.[Symbol.dispose]();
  }

  /** The same each time, failed or not. */
  #terms(): Promise<CellTerms> {
    return this.#reading ??= this.#readTerms();
  }

  async #readTerms(): Promise<CellTerms> {
    const texts = this.#part(({ kind }) => kind === "sharedStrings");
    const looks = this.#part(({ kind }) => kind === "styles");
    const strings = this.#strings = new StringTable(this.scratch);
    // A sheet may be read without it, and then the file is empty.
    if (texts !== null) await readSharedStrings(this.source, texts, strings);
    const styles = looks === null ? [] : await cellStyles(this.source, looks);
    return { strings, styles, system: this.parts.system };
  }

  /** Throws JobFailure `broken_excel` where it is not there. */
  #sheet(index: number): ZipMember {
    const part = this.directory.get(this.#target(index));
    if (part === undefined) throw new JobFailure("broken_excel");
    return part;
  }

  #target(index: number): string {
    const sheet = this.parts.sheets[index];
    if (sheet === undefined) throw new RangeError(`there is no sheet ${index}`);
    return this.related.find(({ id, kind }) => kind === "worksheet" && id === sheet.relationship)
      ?.target ?? "";
  }

  #part(wanted: (relationship: Relationship) => boolean): ZipMember | null {
    return this.directory.get(this.related.find(wanted)?.target ?? "") ?? null;
  }
}

async function readParts(
  source: ByteSource,
  member: ZipMember,
  sheetIds: ReadonlySet<string>,
): Promise<Parts> {
  const all: { name: string; hidden: boolean; relationship: string }[] = [];
  let [root, active, system] = ["", 0, 1900 as DateSystem];
  await parsePart(source, member, INFLATED.book, {
    open(name, attributes) {
      if (root === "") root = name;
      if (name === "workbookPr" && /^(1|true)$/.test(attributes["date1904"] ?? "")) system = 1904;
      else if (name === "workbookView") active = Number(attributes["activeTab"] ?? 0);
      else if (name === "sheet") {
        if (all.length === MOST_SHEETS) throw new JobFailure("excel_parts", MOST_SHEETS);
        const { name: title = "", state = "visible" } = attributes;
        const relationship = prefixed(attributes, "id");
        all.push({ name: title.slice(0, 200), hidden: state !== "visible", relationship });
      }
    },
  });
  if (root !== "workbook") throw new JobFailure("not_a_table");
  const sheets = all.map((sheet, index) => ({ ...sheet, active: index === active }))
    .filter(({ relationship }) => sheetIds.has(relationship));
  return { sheets, system };
}
