/** What is read of any table, be it a workbook's or a CSV file's. */
export const MOST_COLUMNS = 200;
/** Characters of a cell that are kept: more than any field may have, so that the row is refused for it. */
export const LONGEST_CELL = 12_000;
