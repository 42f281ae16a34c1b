import { zipFile, type ZipPart } from "./zip_file.ts";

const MIME = "application/vnd.oasis.opendocument.spreadsheet";
const SPACES = ["office", "table", "text", "style", "config", "calcext"]
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`).join(" ");

export interface MadeOds {
  /** `table:table` elements, or others of `office:spreadsheet`. */
  readonly tables: string;
  readonly styles?: string;
  /** The name of the table that is seen first. */
  readonly active?: string;
  /** Parts in place of those that would be there, or more. */
  readonly parts?: readonly ZipPart[];
}

/** An OpenDocument spreadsheet, made by hand. */
export function madeOds(made: MadeOds): Uint8Array<ArrayBuffer> {
  return zipFile(odsParts(made));
}

export function odsParts({ tables, styles = "", active = "", parts = [] }: MadeOds): ZipPart[] {
  const all: ZipPart[] = [
    { name: "mimetype", content: MIME, stored: true },
    { name: "content.xml", content: document("document-content", styles, tables) },
    {
      name: "settings.xml",
      content: `<office:document-settings ${SPACES}>${settings(active)}</office:document-settings>`,
    },
    { name: "META-INF/manifest.xml", content: "<manifest:manifest/>" },
  ];
  const given = new Set(parts.map(({ name }) => name));
  return [...all.filter(({ name }) => !given.has(name)), ...parts];
}

/** The same as one XML file. */
export function madeFods({ tables, styles = "", active = "" }: MadeOds): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n` +
    document("document", styles, tables, `office:mimetype="${MIME}"`, settings(active));
}

function document(root: string, styles: string, tables: string, more = "", before = ""): string {
  return `<office:${root} ${SPACES} ${more}>${before}` +
    `<office:automatic-styles>${styles}</office:automatic-styles>` +
    `<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:${root}>`;
}

function settings(active: string): string {
  return `<office:settings><config:config-item config:name="ActiveTable">${active}</config:config-item></office:settings>`;
}

export function odsTable(name: string, rows: string, style = "ta1"): string {
  return `<table:table table:name="${name}" table:style-name="${style}">${rows}</table:table>`;
}

export function odsRow(cells: readonly string[], attributes = ""): string {
  const each = cells.map((cell) =>
    cell.startsWith("<")
      ? cell
      : `<table:table-cell office:value-type="string"><text:p>${cell}</text:p></table:table-cell>`
  );
  return `<table:table-row ${attributes}>${each.join("")}</table:table-row>`;
}

export function odsCell(attributes: string, shown = ""): string {
  return `<table:table-cell ${attributes}>${
    shown === "" ? "" : `<text:p>${shown}</text:p>`
  }</table:table-cell>`;
}
