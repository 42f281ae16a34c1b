import {
  DELIMITER_NAMES,
  type HeadingRows,
  type ImportContents,
  type ImportReading,
  type TableFormat,
  TEXT_ENCODINGS,
} from "../../domain/import_contents.ts";
import type { ImportFailure } from "../../domain/customer_import.ts";
import type { FailureNote } from "../../domain/job_failure.ts";
import type { Import } from "../../store/imports.ts";
import { importRemarks } from "../../text/import_remarks.ts";
import type { Visit } from "../visit.ts";
import type { ImportReadingView, ReadingChoice } from "./import_data.ts";

/** First rows among which the headings are chosen. */
const ROWS_SHOWN = 12;
const CELLS_SHOWN = 8;

/** What another delimiter, encoding, sheet or row of headings may mend. */
const MENDABLE: readonly ImportFailure[] = [
  ...["encoding", "quote_open", "other_headings", "line_too_long", "too_many_columns"] as const,
  ...["no_such_sheet", "no_rows", "no_name_column"] as const,
];

/** How a file was read and how else it may be; null where nobody can choose any more, or there is nothing to choose. */
export function importReadingView(
  visit: Visit,
  { state, reading, contents }: Import,
  failure: FailureNote | null,
): ImportReadingView | null {
  const mendable = MENDABLE.some((code) => code === failure?.code);
  if (state !== "draft" && !(state === "failed" && mendable)) return null;
  // Nothing is known of it yet.
  if (contents === null && !mendable) return null;
  const isText = contents === null || contents.format === "csv";
  const sheets = contents?.sheets ?? [];
  return {
    facts: contents === null ? [] : factsOf(visit, contents),
    remarks: contents === null ? [] : importRemarks(contents, reading, visit.t),
    isOpen: mendable,
    sheets: sheets.length < 2 ? [] : sheetChoices(visit, contents!, reading),
    delimiters: isText ? delimiterChoices(visit, contents, reading) : [],
    encodings: isText ? encodingChoices(visit, contents, reading) : [],
    leavesHidden: hasHidden(contents, reading) ? reading.leavesHidden : null,
    hasHeadings: contents?.format !== "vcard",
    headings: reading.headings,
    found: contents?.headingRows ?? null,
    top: contents === null ? [] : topOf(contents),
  };
}

function topOf({ top, headingRows }: ImportContents): ImportReadingView["top"] {
  const rows = top.slice(0, ROWS_SHOWN);
  const width = Math.min(CELLS_SHOWN, Math.max(0, ...rows.map(({ cells }) => cells.length)));
  return rows.map(({ row, cells }) => ({
    row,
    cells: Array.from({ length: width }, (_, column) => cells[column] ?? ""),
    isHeading: isWithin(row, headingRows),
  }));
}

function isWithin(row: number, headings: HeadingRows): boolean {
  return row >= headings.row && row < headings.row + headings.rows;
}

function hasHidden(contents: ImportContents | null, { leavesHidden }: ImportReading): boolean {
  return leavesHidden || contents?.remarks.some(({ code }) => code === "hidden_rows") === true;
}

const KINDS: Readonly<Record<TableFormat, string>> = {
  xlsx: "Excel",
  xls: "Excel 97-2003",
  ods: "OpenDocument",
  csv: "CSV",
  vcard: "vCard",
  html: "HTML",
  xml: "Excel XML 2003",
};

function factsOf(visit: Visit, contents: ImportContents): string[] {
  const { t } = visit;
  const { format, encoding, delimiter, sheets, sheet, headingRows: { row, rows } } = contents;
  const facts = [KINDS[format]];
  if (sheets.length > 0) facts.push(t("import.fact_sheet", { sheet }));
  if (encoding !== "") facts.push(encodingName(encoding));
  if (delimiter !== "") facts.push(t(`import.delimiter_${nameOf(delimiter)}`));
  if (format !== "vcard") {
    facts.push(
      rows === 0
        ? t("import.fact_no_headings")
        : t(rows === 1 ? "import.fact_headings" : "import.fact_two_headings", { row }),
    );
  }
  facts.push(t("import.so_far", { done: count(contents.rows) }));
  return facts;
}

function sheetChoices(
  { t }: Visit,
  { sheets, sheet }: ImportContents,
  reading: ImportReading,
): ReadingChoice[] {
  const named = sheets.map(({ name, hidden }) => ({
    value: name,
    text: hidden ? t("import.sheet_hidden", { sheet: name }) : name,
    chosen: reading.sheet === name,
  }));
  return [asFound(t, sheet, reading.sheet === null), ...named];
}

function delimiterChoices(
  { t }: Visit,
  contents: ImportContents | null,
  { delimiter }: ImportReading,
): ReadingChoice[] {
  const found = contents === null || contents.delimiter === ""
    ? ""
    : t(`import.delimiter_${nameOf(contents.delimiter)}`);
  const named = DELIMITER_NAMES.map(([name, sign]) => ({
    value: name,
    text: t(`import.delimiter_${name}`),
    chosen: delimiter === sign,
  }));
  return [asFound(t, delimiter === null ? found : "", delimiter === null), ...named];
}

function encodingChoices(
  { t }: Visit,
  contents: ImportContents | null,
  { encoding }: ImportReading,
): ReadingChoice[] {
  const found = contents === null ? "" : encodingName(contents.encoding);
  const named = TEXT_ENCODINGS.map((value) => ({
    value,
    text: encodingName(value),
    chosen: encoding === value,
  }));
  return [asFound(t, encoding === null ? found : "", encoding === null), ...named];
}

function asFound(t: Visit["t"], found: string, chosen: boolean): ReadingChoice {
  const text = found === "" ? t("import.as_found") : t("import.as_found_is", { found });
  return { value: "", text, chosen };
}

function nameOf(delimiter: string): (typeof DELIMITER_NAMES)[number][0] {
  return DELIMITER_NAMES.find(([, sign]) => sign === delimiter)?.[0] ?? "comma";
}

function encodingName(encoding: string): string {
  return encoding === "euc-kr" ? "EUC-KR (CP949)" : encoding.toUpperCase();
}

/** `12,345`: the same in both languages. */
function count(value: number): string {
  return value.toLocaleString("en-GB");
}
