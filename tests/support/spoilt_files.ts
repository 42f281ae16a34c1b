import { compoundFile, type CompoundLies } from "./compound_file.ts";
import { madeFods, type MadeOds, odsCell, odsParts, odsRow, odsTable } from "./made_ods.ts";
import { madeRow, type WorkbookParts, workbookParts } from "./made_workbook.ts";
import {
  label,
  type MadeXls,
  madeXls,
  number,
  shared,
  sharedTexts,
  xls,
  xlsText,
} from "./made_xls.ts";
import { TEXT_TABLES } from "./text_tables.ts";
import { record, zipFile, type ZipPart } from "./zip_file.ts";

/** Chance that is the same for the same seed. */
export class Chance {
  constructor(private state: number) {}

  /** From 0 to below `most`. */
  below(most: number): number {
    this.state = this.state + 0x6d2b79f5 | 0;
    let bits = Math.imul(this.state ^ this.state >>> 15, 1 | this.state);
    bits = bits + Math.imul(bits ^ bits >>> 7, 61 | bits) ^ bits;
    return ((bits ^ bits >>> 14) >>> 0) % most;
  }

  of<T>(list: readonly T[]): T {
    return list[this.below(list.length)]!;
  }
}

const WHOLE: WorkbookParts = {
  rows: Array.from({ length: 40 }, (_, i) =>
    madeRow(i + 1, [`손님${i}`, "010-1111-2222"]).replace(
      "</row>",
      `<c r="D${i + 1}" t="s"><v>${i % 3}</v></c><c r="E${i + 1}" s="1"><v>46347.5</v></c></row>`,
    )).join(""),
  behind: `<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
  strings: `<si><t>가</t></si><si><r><t>나</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si><si/>`,
  styles: `<numFmts><numFmt numFmtId="200" formatCode="yyyy-mm-dd"/></numFmts>` +
    `<cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs>`,
};
const WHOLE_ODS: MadeOds = {
  active: "2",
  styles:
    `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`,
  tables: odsTable("1", odsRow(["숨은"]), "ta2") + odsTable(
    "2",
    Array.from({ length: 40 }, (_, i) =>
      odsRow([
        `손님${i}`,
        odsCell(
          `table:number-rows-spanned="2" office:value-type="float" office:value="1020000001"`,
          "010-2000-0001",
        ),
        odsCell(
          `office:value-type="date" office:date-value="2023-03-15"`,
          "x<text:s text:c='3'/>y",
        ),
      ], i % 7 === 0 ? `table:number-rows-repeated="3"` : "")).join(""),
  ),
};
const WHOLE_XLS: MadeXls = {
  formats: ["yyyy-mm-dd", "000-0000-0000"],
  texts: [sharedTexts(["가", "나다", "abc"])],
  sheets: [
    { name: "숨김", records: [label(0, 0, "x")], hidden: 1 },
    {
      name: "고객",
      records: [
        ...Array.from({ length: 40 }, (_, i) => [
          shared(i, 0, i % 3),
          label(i, 1, `손님 ${i}`),
          number(i, 2, 45000 + i, 1),
          number(40 - i, 3, 1020000001, 2),
          xls(
            0x06,
            record("HHH", [i, 4, 0]),
            new Uint8Array([0, 0, 0, 0, 0, 0, 255, 255]),
            record("HIH", [0, 0, 0]),
          ),
          xls(0x207, xlsText("식의 값")),
        ]).flat(),
        xls(0xe5, record("HHHHH", [1, 1, 2, 0, 0])),
      ],
    },
  ],
};
const SIZES = [0, 1, 2, 0xff, 0xffff, 0x10000, 0x7fffffff, 0xfffffffe, 0xffffffff];
const WORDS = [
  ...[
    "<a>",
    "</row>",
    "<row",
    "</c>",
    '"',
    "&",
    "&#0;",
    "&lt;",
    "]]>",
    "<!DOCTYPE a>",
    "<![CDATA[",
  ],
  ...["<!--", 'r="XFD1"', 'r="ZZZZZ9"', 'r="4294967296"', ' t="s"', "<v>-1</v>", "1e308", "\uFEFF"],
  ...[`table:number-rows-repeated="1000000"`, `table:number-columns-repeated="999999999"`],
  ...["<si/>", "<is>", "<rPh>", "../../", "\0", "\n", ","],
];

/** A workbook or list, honest but for some faults by chance. */
export function spoiltFile(chance: Chance): Uint8Array<ArrayBuffer> {
  switch (chance.below(10)) {
    case 0:
    case 9: {
      const text = spoiltText(chance.of(TEXT_TABLES), chance);
      const bytes = chance.below(8) === 0 ? utf16(text) : new TextEncoder().encode(text);
      return chance.below(2) === 0 ? bytes : spoiltBytes(bytes, chance);
    }
    case 1:
    case 2:
    case 3:
      return spoiltXls(chance);
    case 4:
    case 5:
      return spoiltZip(odsParts(WHOLE_ODS), chance);
    case 6:
      return new TextEncoder().encode(spoiltText(madeFods(WHOLE_ODS), chance));
    default:
      return spoiltZip(workbookParts(WHOLE), chance);
  }
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
}

/** Records of no sense, of no length, in another order; a file around them that lies. */
function spoiltXls(chance: Chance): Uint8Array<ArrayBuffer> {
  const stream = madeXls({
    ...WHOLE_XLS,
    sheets: WHOLE_XLS.sheets.map((sheet) => ({
      ...sheet,
      records: sheet.records.map((each) => spoiltRecord(each, chance)),
    })),
  });
  const lies: CompoundLies = chance.below(3) > 0 ? {} : {
    next: { [chance.below(20)]: chance.of([...SIZES, chance.below(20)]) },
    [chance.of(["start", "size", "shift", "siblings", "tables"])]: chance.of([...SIZES, 3]),
  };
  const padded = new Uint8Array(stream.length + chance.below(2) * 5000);
  padded.set(stream);
  const bytes = compoundFile({ Workbook: padded }, lies);
  return chance.below(2) === 0 ? bytes : spoiltBytes(bytes, chance);
}

function spoiltRecord(whole: Uint8Array, chance: Chance): Uint8Array {
  if (chance.below(30) > 0) return whole;
  const bytes = whole.slice();
  const at = chance.below(bytes.length);
  if (chance.below(3) === 0) return bytes.slice(0, at);
  bytes[at] = chance.below(256);
  return bytes;
}

function spoiltZip(parts: ZipPart[], chance: Chance): Uint8Array<ArrayBuffer> {
  for (let faults = chance.below(3); faults > 0; faults--) spoilParts(parts, chance);
  const bytes = zipFile(parts, {
    comment: new Uint8Array(chance.below(5) === 0 ? chance.below(65_536) : 0),
    long: chance.below(10) === 0,
    count: chance.below(15) === 0 ? chance.of(SIZES) % 0x10000 : parts.length,
  });
  return chance.below(2) === 0 ? bytes : spoiltBytes(bytes, chance);
}

function spoilParts(parts: ZipPart[], chance: Chance): void {
  const index = chance.below(parts.length);
  const part = parts[index];
  if (part === undefined) return;
  const { content } = part;
  const text = typeof content === "string" ? content : "";
  switch (chance.below(8)) {
    case 0:
      parts.splice(index, 1);
      break;
    case 1:
      parts.push({ ...part, name: chance.of([part.name, part.name.toUpperCase(), "x"]) });
      break;
    case 2:
      parts.reverse();
      break;
    case 3: {
      const field = chance.of(["inflated", "packed", "crc", "at"]);
      parts[index] = { ...part, [field]: chance.of(SIZES) };
      break;
    }
    case 4: {
      const flag = chance.of(["stored", "encrypted", "descriptor", "long"]);
      parts[index] = { ...part, [flag]: true };
      break;
    }
    case 5: {
      // Tens of megabytes of the same.
      const begin = chance.below(text.length + 1);
      const bytes = new TextEncoder().encode(text.slice(begin, begin + 10_000).repeat(20));
      const times = bytes.length === 0 ? 1 : Math.ceil(30_000_000 / bytes.length);
      parts[index] = { ...part, content: { bytes, times, before: text, behind: "" } };
      break;
    }
    default:
      parts[index] = { ...part, content: spoiltText(text, chance) };
  }
}

function spoiltText(text: string, chance: Chance): string {
  let spoilt = text;
  for (let faults = 1 + chance.below(4); faults > 0; faults--) {
    const [from, to] = [chance.below(spoilt.length + 1), chance.below(spoilt.length + 1)].sort((
      a,
      b,
    ) => a - b) as [number, number];
    const middle = chance.of([
      "",
      chance.of(WORDS),
      chance.of(WORDS).repeat(1 + chance.below(5000)),
      spoilt.slice(from, to).repeat(2),
    ]);
    // Mostly small holes.
    const end = chance.below(3) === 0 ? to : Math.min(to, from + chance.below(20));
    spoilt = spoilt.slice(0, from) + middle + spoilt.slice(end);
    if (spoilt.length > 5_000_000) return spoilt.slice(0, 5_000_000);
  }
  return spoilt;
}

function spoiltBytes(bytes: Uint8Array<ArrayBuffer>, chance: Chance): Uint8Array<ArrayBuffer> {
  if (bytes.length < 8) return bytes;
  if (chance.below(6) === 0) return bytes.slice(0, chance.below(bytes.length));
  const view = new DataView(bytes.buffer);
  // The end of a zip is its directory.
  const near = chance.below(2) === 0 ? bytes.length : Math.min(bytes.length, 900);
  for (let faults = 1 + chance.below(6); faults > 0; faults--) {
    const at = bytes.length - near + chance.below(near - 4);
    if (chance.below(2) === 0) bytes[at]! ^= 1 << chance.below(8);
    else view.setUint32(at, chance.of(SIZES), true);
  }
  return bytes;
}
