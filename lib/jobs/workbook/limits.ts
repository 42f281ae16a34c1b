const KB = 1024;
const MB = 1024 * KB;

/** Parts of a workbook; pictures count as well. */
export const MOST_MEMBERS = 20_000;
/** Bytes of the list of them. */
export const LARGEST_DIRECTORY = 4 * MB;

/** Bytes that a part may have when it is inflated. */
export const INFLATED = {
  sheet: 512 * MB,
  strings: 96 * MB,
  book: 24 * MB,
  relationships: 4 * MB,
} as const;
/** How many times larger than in the file; small parts may be as dense as they like. */
export const MOST_RATIO = 250;
export const RATIO_COUNTS_FROM = 4 * MB;

/** Bytes that are inflated at a time: deflate makes 1,032 times as many of them at most. */
export const INFLATED_AT_A_TIME = 4 * KB;
/** Bytes that are inflated before the thread looks whether it is to end: some tens of milliseconds. */
export const TURN_AFTER = 4 * MB;
/** Bytes of XML that are parsed at a time. */
export const PARSED_AT_A_TIME = 64 * KB;

/** Characters of one text or tag: an Excel cell has 32,767 at most, each written with ten at most. */
export const LONGEST_TOKEN = MB;
/** Elements within each other; a workbook has some ten. */
export const DEEPEST = 64;

/** Shared strings, whatever is in them. */
export const MOST_STRINGS = 4_000_000;
export const MOST_SHEETS = 2_000;
/** Cell formats; Excel has 65,490. */
export const MOST_STYLES = 70_000;
/** Relationships of one part that are of a kind that is followed. */
export const MOST_RELATIONSHIPS = 10_000;
/** Merged areas of a sheet. */
export const MOST_MERGES = 100_000;
/** Cells of an .xls sheet whose rows are not in order; 60 in each row that there can be. */
export const MOST_CELLS = 4_000_000;
/** Tables of a sheet that are looked at. */
export const MOST_TABLES = 200;

/** What the rows and columns of a spreadsheet can be. */
export const LAST_ROW = 1_048_576;
export const LAST_COLUMN = 16_384;
