const [EQUALS, APOSTROPHE] = [61, 39] as const;
/** Line breaks within a cell: VT of Word and of old databases, FF, NEL, and those of Unicode. */
const BREAKS = /[\v\f\u0085\u2028\u2029]/;
const ALL_BREAKS = new RegExp(BREAKS, "g");
/** `="0102…"`, which keeps Excel from taking it for a number. */
const FORMULA = /^="((?:[^"]|"")*)"$/;
/** `'0102…`, likewise. */
const PROTECTED = /^'(?=[\d=+\-@(])/;

/** A cell without what protects its value from a spreadsheet, and with every line break as one. */
export function tidyCell(cell: string): string {
  const text = BREAKS.test(cell) ? cell.replace(ALL_BREAKS, "\n") : cell;
  switch (text.charCodeAt(0)) {
    case EQUALS:
      return FORMULA.exec(text.trimEnd())?.[1]?.replaceAll('""', '"') ?? text;
    case APOSTROPHE:
      // What ends with one too stands in quotes.
      return text.endsWith("'") ? text : text.replace(PROTECTED, "");
    default:
      return text;
  }
}
