import { JobFailure } from "../job_failure.ts";
import type { ByteSource } from "./byte_source.ts";
import { dateStyles } from "./date_formats.ts";
import { INFLATED, MOST_SHEETS } from "./limits.ts";
import { type Relationship, relationshipsOf } from "./relationships.ts";
import type { DateSystem } from "./serial_date.ts";
import { readSharedStrings } from "./shared_strings.ts";
import { type SheetEnd, type SheetRow, sheetRows } from "./sheet_rows.ts";
import { StringTable } from "./string_table.ts";
import { parsePart, prefixed } from "./xml_part.ts";
import { type ZipDirectory, zipDirectory } from "./zip_directory.ts";
import type { ZipMember } from "./zip_member.ts";

/** A sheet with cells; those that are a chart alone are left out. */
export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The one that is seen when the workbook is opened. */
  readonly active: boolean;
}

interface Book {
  readonly sheets: (Sheet & { readonly relationship: string })[];
  readonly system: DateSystem;
}

/**
 * A workbook (.xlsx, .xlsm) whose parts are found by following its relationships, and of which no more is held in
 * memory than where its shared strings are. Every limit counts before room is made.
 */
export class Workbook {
  private constructor(
    private readonly source: ByteSource,
    private readonly scratch: string,
    private readonly directory: ZipDirectory,
    private readonly related: readonly Relationship[],
    private readonly book: Book,
  ) {}

  /**
   * Reads the directory and what the workbook says of its sheets. The file `scratch` is made for the shared strings
   * while rows are read. Throws JobFailure: `not_a_table` for a zip that
   * is no workbook, `old_excel` for a binary one, and what `zipDirectory` and `parsePart` throw.
   */
  static async open(source: ByteSource, scratch: string): Promise<Workbook> {
    const directory = zipDirectory(source);
    const roots = await relationshipsOf(source, directory, "");
    const part = roots.find(({ kind }) => kind === "officeDocument")?.target ?? "";
    const member = directory.get(part);
    if (member === undefined) throw new JobFailure("not_a_table");
    if (part.endsWith(".bin")) throw new JobFailure("old_excel");
    const related = await relationshipsOf(source, directory, part);
    const sheetIds = new Set(
      related.filter(({ kind }) => kind === "worksheet").map(({ id }) => id),
    );
    const book = await readBook(source, member, sheetIds);
    return new Workbook(source, scratch, directory, related, book);
  }

  get sheets(): readonly Sheet[] {
    return this.book.sheets;
  }

  /** The rows of the sheet at `index` of `sheets`. Throws what `sheetRows` throws. */
  async *rows(index: number): AsyncGenerator<SheetRow, SheetEnd> {
    const sheet = this.book.sheets[index];
    if (sheet === undefined) throw new RangeError(`there is no sheet ${index}`);
    const part = this.#part(({ id, kind }) => kind === "worksheet" && id === sheet.relationship);
    if (part === null) throw new JobFailure("broken_excel");
    const strings = this.#part(({ kind }) => kind === "sharedStrings");
    const styles = this.#part(({ kind }) => kind === "styles");
    // A sheet may be read without it, and then the file is empty.
    using table = new StringTable(this.scratch);
    if (strings !== null) await readSharedStrings(this.source, strings, table);
    return yield* sheetRows(this.source, part, {
      strings: table,
      dates: styles === null ? [] : await dateStyles(this.source, styles),
      system: this.book.system,
    });
  }

  #part(wanted: (relationship: Relationship) => boolean): ZipMember | null {
    return this.directory.get(this.related.find(wanted)?.target ?? "") ?? null;
  }
}

async function readBook(
  source: ByteSource,
  member: ZipMember,
  sheetIds: ReadonlySet<string>,
): Promise<Book> {
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
