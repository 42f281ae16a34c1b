/** What a file may be like; with these a job's memory stays below some 300 MB whatever was sent. */
export const MOST_ROWS = 500_000;
export const MOST_COLUMNS = 200;
/** Characters of one CSV record. */
export const LONGEST_RECORD = 256 * 1024;
/** Characters of a cell that are kept: more than any field may have, so that the row is refused for it. */
export const LONGEST_CELL = 12_000;

const MB = 1024 * 1024;
/** What the parts of a workbook may be once they are inflated, and how many times smaller they may lie in the file. */
export const INFLATED = { sheet: 512 * MB, strings: 96 * MB, other: 24 * MB, ratio: 250 } as const;
/** Small parts may be as dense as they like. */
export const RATIO_COUNTS_FROM = 4 * MB;

/** Rows that a page shows before anything is written. */
export const SAMPLE_ROWS = 8;
export const PREVIEW_ROWS = 20;
export const PREVIEW_PROBLEMS = 50;
