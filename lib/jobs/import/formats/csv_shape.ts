import { type Delimiter, DELIMITERS } from "../../../domain/import_contents.ts";
import { plainHeading } from "../../../text/import_headings.ts";
import { JobFailure } from "../../job_failure.ts";
import { type CsvRecord, CsvRecords, type CsvShape } from "./csv_records.ts";

export interface FoundShape extends CsvShape {
  readonly delimiter: Delimiter;
  /** The first line is no record, but says the delimiter. */
  readonly said: boolean;
}

/** Records that are looked at. */
const LOOKED_AT = 200;
/** Among these the headings are looked for. */
const FIRST = 12;

/** `sep=;`, which Excel understands and does not show. */
const SAID = /^\uFEFF*[ \t]*"?sep=([,;|\t])"?[ \t,;|]*(?:\r\n|\r|\n|$)/i;

/**
 * How a text file is written that begins with `head`, which is all of it where `whole`: the delimiter that it says or
 * a person `chose`, else the one by which most records have the same number of cells, and headings that are known. A
 * comma where nothing speaks for another.
 */
export function shapeOf(head: string, whole: boolean, chosen: Delimiter | null): FoundShape {
  const said = SAID.exec(head);
  const text = said === null ? head : head.slice(said[0].length);
  const delimiter = chosen ?? said?.[1] as Delimiter | undefined ?? likeliest(text, whole);
  return {
    delimiter,
    backslashes: hasBackslashes(text, whole, delimiter),
    said: said !== null,
  };
}

/** The text behind the line that says the delimiter. */
export function behindSaid(text: string): string {
  return text.replace(SAID, "");
}

function likeliest(text: string, whole: boolean): Delimiter {
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: scoreOf(look(text, whole, { delimiter, backslashes: text.includes('\\"') })),
  }));
  const best = scores.reduce((a, b) => b.score > a.score ? b : a);
  return best.score === 0 ? "," : best.delimiter;
}

/** The share of records that have the same number of cells, and more than one; known headings count as well. */
function scoreOf({ records }: Look): number {
  const { width, count } = commonWidth(records);
  if (width < 2 || count < records.length / 2) return 0;
  const known = records.slice(0, FIRST).map(({ cells }) =>
    cells.length < 2 ? 0 : cells.filter((cell) => plainHeading(cell) !== "").length
  );
  return count / records.length + Math.min(4, Math.max(0, ...known));
}

function commonWidth(records: readonly CsvRecord[]): { width: number; count: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [cells, count] of counts) {
    if (count > most || (count === most && cells > width)) [width, most] = [cells, count];
  }
  return { width, count: most };
}

/** Whether the file is better understood so. */
function hasBackslashes(text: string, whole: boolean, delimiter: string): boolean {
  if (!text.includes("\\")) return false;
  const without = look(text, whole, { delimiter, backslashes: false });
  const withThem = look(text, whole, { delimiter, backslashes: true });
  const [a, b] = [faultsOf(without), faultsOf(withThem)];
  if (a !== b) return b < a;
  return without.records.some(({ escaped }) => escaped) ||
    new RegExp(`(?:^|[${delimiter}\r\n])\\\\N(?:[${delimiter}\r\n]|$)`).test(text);
}

function faultsOf({ records, open }: Look): number {
  const { count } = commonWidth(records);
  const odd = records.filter((one) => one.odd).length;
  return records.length - count + odd + (open ? LOOKED_AT : 0);
}

interface Look {
  readonly records: readonly CsvRecord[];
  /** A quote does not end, or a line. */
  readonly open: boolean;
}

function look(text: string, whole: boolean, shape: CsvShape): Look {
  const reader = new CsvRecords(shape);
  const records: CsvRecord[] = [];
  try {
    records.push(...reader.push(text));
    // The head of a longer file may end anywhere.
    if (whole) records.push(...reader.end());
    return { records: records.slice(0, LOOKED_AT), open: false };
  } catch (error) {
    if (error instanceof JobFailure) return { records, open: true };
    throw error;
  }
}
