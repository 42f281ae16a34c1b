import { turn } from "../../job_context.ts";
import { JobFailure } from "../../job_failure.ts";
import type { Sheet } from "../book.ts";
import { MOST_SHEETS, MOST_STRINGS, MOST_STYLES } from "../limits.ts";
import { knownShowing, type Showing, showingOf } from "../number_format.ts";
import type { DateSystem } from "../serial_date.ts";
import type { StringTable } from "../string_table.ts";
import { Continued } from "./continued.ts";
import { type Letters, textAt } from "./letters.ts";
import { Turns } from "./turns.ts";
import { BOF, EOF, type Record, type Records, u16, u32, u8 } from "./records.ts";

/** What a workbook says before its sheets. */
export interface Globals {
  readonly sheets: readonly SheetPlace[];
  readonly letters: Letters;
  readonly styles: readonly Showing[];
  readonly system: DateSystem;
  /** Whether the program that wrote it says that it has computed the formulas. */
  readonly isComputed: boolean;
  /** Where its shared texts begin. */
  readonly texts: Record | null;
}

export interface SheetPlace extends Sheet {
  readonly at: number;
}

const UNICODE = 0x600;
const [WORKBOOK, SHEET] = [5, 0x10];
const [FILEPASS, CODEPAGE, DATEMODE, WINDOW1] = [0x2f, 0x42, 0x22, 0x3d];
const [BOUNDSHEET, FORMAT, XF, SST, RECALCID] = [0x85, 0x41e, 0xe0, 0xfc, 0x1c1];

/**
 * Throws JobFailure: `excel_encrypted`; `old_excel` for a workbook of before 1993; `excel_parts`; `broken_excel`.
 * (MS-XLS 2.1.7.20.3; for those of before 1997 as OpenOffice describes them.)
 */
export function readGlobals(records: Records): Globals {
  const begin = records.read(0);
  if (begin === null) throw new JobFailure("broken_excel");
  if (begin.id !== BOF) {
    throw new JobFailure([0x09, 0x209, 0x409].includes(begin.id) ? "old_excel" : "broken_excel");
  }
  const [version, kind] = [u16(begin.data, 0), u16(begin.data, 2)];
  // Programs that write no workbook around it write one sheet.
  if (kind === SHEET) return aloneSheet(version);
  if (kind !== WORKBOOK) throw new JobFailure("broken_excel");
  let letters: Letters = { codePage: version === UNICODE ? null : 0 };
  let [active, system, texts] = [0, 1900 as DateSystem, null as Record | null];
  let isComputed = false;
  const places: { name: string; hidden: boolean; at: number; isSheet: boolean }[] = [];
  const own = new Map<number, Showing>();
  const formats: number[] = [];
  const narrow = version === UNICODE ? 2 : 1;
  for (let record = records.read(begin.next); record !== null; record = records.read(record.next)) {
    const { id, data } = record;
    if (id === EOF) break;
    switch (id) {
      case FILEPASS:
        throw new JobFailure("excel_encrypted");
      case CODEPAGE:
        if (version !== UNICODE) letters = { codePage: u16(data, 0) };
        break;
      case DATEMODE:
        system = u16(data, 0) === 1 ? 1904 : 1900;
        break;
      case WINDOW1:
        active = u16(data, 10);
        break;
      case BOUNDSHEET:
        if (places.length === MOST_SHEETS) throw new JobFailure("excel_parts", MOST_SHEETS);
        places.push({
          name: textAt(records, record, 6, 1, letters),
          hidden: (u8(data, 4) & 3) !== 0,
          at: u32(data, 0),
          isSheet: u8(data, 5) === 0,
        });
        break;
      case FORMAT:
        if (own.size > MOST_STYLES) throw new JobFailure("broken_excel");
        own.set(u16(data, 0), showingOf(textAt(records, record, 2, narrow, letters)));
        break;
      case XF:
        if (formats.length > MOST_STYLES) throw new JobFailure("broken_excel");
        formats.push(u16(data, 2));
        break;
      case RECALCID:
        isComputed = true;
        break;
      case SST:
        texts ??= record;
    }
  }
  const sheets = places.map(({ name, hidden, at }, index) => ({
    name,
    hidden,
    active: index === active,
    at,
  })).filter((_, index) => places[index]!.isSheet);
  const styles = formats.map((id) => own.get(id) ?? knownShowing(id));
  return { sheets, letters, styles, system, isComputed, texts };
}

function aloneSheet(version: number): Globals {
  return {
    sheets: [{ name: "Sheet1", hidden: false, active: true, at: 0 }],
    letters: { codePage: version === UNICODE ? null : 0 },
    styles: [],
    system: 1900,
    isComputed: false,
    texts: null,
  };
}

/** Reads the texts that cells name by their number into `table`. Throws JobFailure `broken_excel`, `excel_texts`. */
export async function readTexts(
  records: Records,
  texts: Record | null,
  table: StringTable,
): Promise<void> {
  if (texts !== null) {
    const bytes = new Continued(records, texts);
    const turns = new Turns();
    bytes.skip(4);
    const count = Math.min(bytes.u32(), MOST_STRINGS + 1);
    for (let i = 0; i < count && !bytes.isOver; i++) {
      table.add(richText(bytes));
      if (turns.isDue()) await turn();
    }
  }
  table.finish();
}

/** A text without its fonts and without how it is pronounced. */
function richText(bytes: Continued): string {
  const count = bytes.u16();
  const flags = bytes.u8();
  const runs = (flags & 8) !== 0 ? bytes.u16() : 0;
  const pronounced = (flags & 4) !== 0 ? bytes.u32() : 0;
  const text = count === 0 ? "" : bytes.letters(count, (flags & 1) === 1);
  bytes.skip(runs * 4 + pronounced);
  return text;
}
