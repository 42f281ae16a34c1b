/** What a file may be like; with these a job's memory stays below some 300 MB whatever was sent. */
export const MOST_ROWS = 500_000;
/** Characters of one CSV record. */
export const LONGEST_RECORD = 256 * 1024;
/** Cells of one CSV record, blank or not. */
export const MOST_RECORD_CELLS = 16_384;
/** Characters of all rows together: a text that a workbook names again and again is kept each time. */
export const MOST_CHARACTERS = 256 * 1024 * 1024;

/** How long a file may be read; half a gigabyte of XML takes some 20 s, and on a slow machine a minute. */
export const READER_MS = 5 * 60_000;
/** The thread's heap needs 30 MB; texts are beside it. */
export const READER_HEAP_MB = 128;
/** The part of the heap for objects that live briefly; more makes nothing quicker. */
export const READER_YOUNG_MB = 16;
/** What the whole program may grow by meanwhile; a file within every limit takes less than half of it. */
export const READER_GROWS_MB = 256;

/** Among these first rows of a file its headings are looked for. */
export const TOP_ROWS = 30;
/** Rows that a page shows before anything is written. */
export const SAMPLE_ROWS = 8;
/** Rows by which it is guessed what the columns are. */
export const GUESS_ROWS = 1000;
export const PREVIEW_ROWS = 20;
export const PREVIEW_PROBLEMS = 50;
/** Rows of an import that can be settled on its page, refused and doubtful ones each. */
export const MOST_LOOKED_AT = 2000;
