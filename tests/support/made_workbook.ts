import { type ZipEnding, zipFile, type ZipPart } from "./zip_file.ts";

const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

export interface WorkbookParts {
  /** What stands in `sheetData`, and behind it. */
  readonly rows: string;
  readonly behind?: string;
  /** `si` elements. */
  readonly strings?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  /** What stands in `workbook`. */
  readonly book?: string;
  /** Where the sheet lies. */
  readonly sheet?: string;
  /** What the relationship to it says. */
  readonly target?: string;
  /** Parts by their names in place of those that would be there, or more. */
  readonly parts?: readonly ZipPart[];
  /** Lies about the sheet's member, and about others by name. */
  readonly lies?: Readonly<Record<string, Partial<ZipPart>>>;
  readonly ending?: ZipEnding;
}

/** A workbook of one sheet, made by hand: what no spreadsheet program would write can be in it. */
export function madeWorkbook(workbook: WorkbookParts): Uint8Array<ArrayBuffer> {
  return zipFile(workbookParts(workbook), workbook.ending);
}

export function workbookParts(workbook: WorkbookParts): ZipPart[] {
  const { rows, behind = "", strings, styles, parts = [], lies = {} } = workbook;
  const sheet = workbook.sheet ?? "xl/worksheets/sheet1.xml";
  const target = workbook.target ?? sheet.replace(/^xl\//, "");
  const book = workbook.book ?? `<sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets>`;
  const all: ZipPart[] = [
    { name: "[Content_Types].xml", content: "<Types/>" },
    {
      name: "_rels/.rels",
      content: relationships([["rId1", "officeDocument", "xl/workbook.xml"]]),
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}">${book}</workbook>`,
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relationships([
        ["rId1", "worksheet", target],
        ["rId2", "sharedStrings", "sharedStrings.xml"],
        ["rId3", "styles", "styles.xml"],
      ]),
    },
    {
      name: sheet,
      content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${behind}</worksheet>`,
    },
  ];
  if (strings !== undefined) {
    all.push({ name: "xl/sharedStrings.xml", content: `<sst xmlns="${MAIN}">${strings}</sst>` });
  }
  if (styles !== undefined) {
    all.push({
      name: "xl/styles.xml",
      content: `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    });
  }
  const given = new Set(parts.map(({ name }) => name));
  return [...all.filter(({ name }) => !given.has(name)), ...parts]
    .map((part) => ({ ...part, ...lies[part.name] }));
}

export function relationships(all: readonly (readonly [string, string, string])[]): string {
  const each = all.map(([id, kind, target]) =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${target}"/>`
  );
  return `<Relationships>${each.join("")}</Relationships>`;
}

/** A row of inline texts, or of what stands in a cell element as it is. */
export function madeRow(row: number, cells: readonly string[]): string {
  const inline = cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`);
  return `<row r="${row}">${inline.join("")}</row>`;
}

/** Headings and one customer. */
export const ONE_CUSTOMER = madeRow(1, ["이름", "휴대폰"]) +
  madeRow(2, ["김민수", "010-1111-2222"]);

export interface MadeSheet {
  readonly name: string;
  /** What stands in `sheetData`. */
  readonly rows: string;
  readonly state?: "hidden" | "veryHidden";
}

/** A workbook of these sheets, of which the one at `active` is seen first. */
export function madeSheets(sheets: readonly MadeSheet[], active = 0): Uint8Array<ArrayBuffer> {
  const named = sheets.map(({ name, state = "visible" }, i) =>
    `<sheet name="${name}" sheetId="${i + 1}" state="${state}" r:id="r${i}"/>`
  );
  return madeWorkbook({
    rows: "",
    book: `<bookViews><workbookView activeTab="${active}"/></bookViews>` +
      `<sheets>${named.join("")}</sheets>`,
    parts: [
      {
        name: "xl/_rels/workbook.xml.rels",
        content: relationships(sheets.map((_, i) => [`r${i}`, "worksheet", `worksheets/${i}.xml`])),
      },
      ...sheets.map(({ rows }, i) => ({
        name: `xl/worksheets/${i}.xml`,
        content: `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`,
      })),
    ],
  });
}
