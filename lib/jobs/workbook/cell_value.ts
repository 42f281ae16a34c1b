import type { Cell } from "./cell.ts";
import type { Showing } from "./number_format.ts";
import { unescaped } from "./rich_text.ts";
import type { DateSystem } from "./serial_date.ts";
import { shownNumber } from "./shown_number.ts";
import type { StringTable } from "./string_table.ts";

/** What a workbook's cells mean besides what stands in them. */
export interface CellTerms {
  readonly strings: StringTable;
  /** By style. */
  readonly styles: readonly Showing[];
  readonly system: DateSystem;
}

/** A cell as it stands in the file: its type `t`, its style `s`, and what is in its `v` or `is`. */
export interface RawCell {
  readonly type: string;
  readonly style: string;
  readonly text: string;
}

/** The type of a formula that nobody has computed. */
export const NOT_COMPUTED = "formula";

/** The value of a cell; null where it names a shared text that is not there. (ECMA-376 part 1, 18.18.11.) */
export function cellValue(
  { type, style, text }: RawCell,
  { strings, styles, system }: CellTerms,
): Cell {
  if (type === NOT_COMPUTED) return { error: "" };
  if (text === "") return null;
  switch (type) {
    case "inlineStr":
      return text;
    case "str":
      return unescaped(text);
    case "s":
      return strings.get(Number(text));
    case "b":
      return text === "1" || text.toLowerCase() === "true";
    case "e":
      return { error: text };
    case "d": {
      const date = new Date(/[Tt]/.test(text) && !/[Zz]$/.test(text) ? `${text}Z` : text);
      return Number.isNaN(date.getTime()) ? text : date;
    }
    default: {
      const value = Number(text);
      // `0x10` would be 16.
      if (!Number.isFinite(value) || /[^\d.eE+\s-]/.test(text)) return text;
      return shownNumber(value, styles[Number(style)] ?? "number", system);
    }
  }
}
