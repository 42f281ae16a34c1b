import {
  DELIMITER_NAMES,
  DELIMITERS,
  type HeadingRows,
  type ImportReading,
  TEXT_ENCODINGS,
} from "../domain/import_contents.ts";
import { UsageError } from "./command.ts";

/** The options that say how a file is to be read. */
export const READING_OPTIONS = {
  sheet: "string",
  delimiter: "string",
  encoding: "string",
  "heading-row": "string",
} as const;

export const READING_USAGE =
  "[--sheet NAME] [--delimiter comma|semicolon|tab|bar] [--encoding utf-8|euc-kr|utf-16le|utf-16be] [--heading-row N|N-N|none]";

type Said = { readonly [Name in keyof typeof READING_OPTIONS]?: string | undefined };

/** How a file is to be read; what is not said is found out. Throws UsageError. */
export function readingOf(said: Said): ImportReading {
  const { sheet = null, delimiter, encoding } = said;
  const headingRow = said["heading-row"];
  return {
    sheet,
    delimiter: delimiter === undefined ? null : delimiterOf(delimiter),
    encoding: encoding === undefined ? null : encodingOf(encoding),
    headings: headingRow === undefined ? null : headingsOf(headingRow),
    leavesHidden: false,
  };
}

function delimiterOf(text: string): ImportReading["delimiter"] {
  const named = DELIMITER_NAMES.find(([name]) => name === text)?.[1];
  const sign = named ?? DELIMITERS.find((one) => one === text);
  if (sign !== undefined) return sign;
  const names = DELIMITER_NAMES.map(([name]) => name).join(", ");
  throw new UsageError(`--delimiter ${text}: expected one of ${names}`);
}

/** CP949 is what Windows calls its EUC-KR. */
function encodingOf(text: string): ImportReading["encoding"] {
  const name = text.toLowerCase().replace(/^(?:cp|ms)949$/, "euc-kr").replace(/^utf8$/, "utf-8");
  const encoding = TEXT_ENCODINGS.find((one) => one === name);
  if (encoding !== undefined) return encoding;
  throw new UsageError(`--encoding ${text}: expected one of ${TEXT_ENCODINGS.join(", ")}`);
}

function headingsOf(text: string): HeadingRows {
  if (text === "none") return { row: 1, rows: 0 };
  const [, first, last = first] = /^([1-9]\d{0,6})(?:-([1-9]\d{0,6}))?$/.exec(text) ?? [];
  const rows = Number(last) - Number(first) + 1;
  if (rows === 1 || rows === 2) return { row: Number(first), rows };
  throw new UsageError(`--heading-row ${text}: expected a row such as 3, two such as 3-4, or none`);
}
