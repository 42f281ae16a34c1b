import type { ImportFailure } from "../../lib/domain/customer_import.ts";
import { compoundFile, type CompoundLies } from "./compound_file.ts";
import { madeOds, odsRow, odsTable } from "./made_ods.ts";
import { madeRow, madeWorkbook, ONE_CUSTOMER, relationships } from "./made_workbook.ts";
import { label, type MadeXls, madeXls, shared, xls } from "./made_xls.ts";
import { joined, record, type Repeated } from "./zip_file.ts";

export interface HostileFile {
  readonly what: string;
  readonly bytes: () => Uint8Array<ArrayBuffer>;
  /** What the page says of it. */
  readonly failure: ImportFailure;
}

const SHEET = "xl/worksheets/sheet1.xml";
const BEFORE = `<worksheet><sheetData>${ONE_CUSTOMER}`;
const BEHIND = `</sheetData></worksheet>`;

/** Rows to the amount of `megabytes`, which are nearly nothing when packed. */
function rows(megabytes: number, row = madeRow(3, ["이영희", "010-1111-3333"])): Repeated {
  const bytes = new TextEncoder().encode(row.repeat(Math.ceil(262_144 / row.length)));
  const times = Math.ceil(megabytes * 1024 * 1024 / bytes.length);
  return { bytes, times, before: BEFORE, behind: BEHIND };
}

/** Files that took a server's memory, or all of its program, and their like. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  {
    what: "40,000 rows with one cell in column XFD",
    failure: "too_many_columns",
    bytes: () =>
      madeWorkbook({
        rows: ONE_CUSTOMER +
          Array.from({ length: 40_000 }, (_, i) =>
            `<row r="${i + 3}"><c r="XFD${i + 3}"><v>${i}</v></c></row>`)
            .join(""),
      }),
  },
  {
    what: "a sheet of 600 MB that lies under media/",
    failure: "inflates",
    bytes: () =>
      madeWorkbook({
        rows: "",
        sheet: "xl/media/image1.png",
        parts: [{ name: "xl/media/image1.png", content: rows(600) }],
      }),
  },
  {
    what: "a directory that says 100 KB of 600 MB",
    failure: "excel_forged",
    bytes: () =>
      madeWorkbook({ rows: "", parts: [{ name: SHEET, content: rows(600), inflated: 100_000 }] }),
  },
  {
    what: "a sheet of 20 MB whose directory says 4 MB",
    failure: "excel_forged",
    bytes: () =>
      madeWorkbook({
        rows: "",
        parts: [{
          name: SHEET,
          content: { ...rows(20), behind: `${BEHIND}<!--${"-".repeat(1000)}` },
          inflated: 4_000_000,
        }],
      }),
  },
  {
    what: "fifteen million texts that are empty",
    failure: "excel_texts",
    bytes: () => {
      // Half of it does not pack, so that it is not too dense.
      const bytes = new TextEncoder().encode(noise(3000) + "<si/>".repeat(100_000));
      const strings = { bytes, times: 150, before: "<sst>", behind: "</sst>" };
      return madeWorkbook({
        rows: ONE_CUSTOMER,
        strings: "",
        parts: [{ name: "xl/sharedStrings.xml", content: strings }],
      });
    },
  },
  {
    what: "one long text that 12,000 rows name twenty times each",
    failure: "too_much_text",
    bytes: () => {
      const named = `<row>${`<c t="s"><v>0</v></c>`.repeat(20)}</row>`;
      return madeWorkbook({
        rows: ONE_CUSTOMER + `${named}<!--${noise(300)}-->`.repeat(12_000),
        strings: `<si><t>${"가".repeat(12_000)}</t></si>`,
      });
    },
  },
  {
    what: "a row that names one long text 200 times",
    failure: "line_too_long",
    bytes: () =>
      madeWorkbook({
        rows: ONE_CUSTOMER + `<row>${`<c t="s"><v>0</v></c>`.repeat(200)}</row>`,
        strings: `<si><t>${"가".repeat(12_000)}</t></si>`,
      }),
  },
  {
    what: "elements that are never closed",
    failure: "broken_excel",
    bytes: () =>
      madeWorkbook({
        rows: "",
        parts: [{
          name: SHEET,
          content: { ...rows(100, `<a><b c="${noise(40)}">`), behind: "" },
        }],
      }),
  },
  {
    what: "one text of 100 MB",
    failure: "broken_excel",
    bytes: () =>
      madeWorkbook({
        rows: "",
        parts: [{
          name: SHEET,
          content: { ...rows(100, noise(4000)), before: `${BEFORE}<row><c t="str"><v>` },
        }],
      }),
  },
  {
    what: "20,000 sheets",
    failure: "excel_parts",
    bytes: () =>
      madeWorkbook({
        rows: ONE_CUSTOMER,
        parts: [{
          name: "xl/_rels/workbook.xml.rels",
          content: relationships(
            Array.from({ length: 20_000 }, (_, i) => [`r${i}`, "worksheet", `sheet${i}.xml`]),
          ),
        }],
      }),
  },
  {
    what: "an entity that is a million others",
    failure: "excel_doctype",
    bytes: () => {
      const letters = [..."abcdefgh"];
      const entities = letters.map((letter, i) =>
        `<!ENTITY ${letter} "${i === 0 ? "ha" : `&${letters[i - 1]};`.repeat(10)}">`
      );
      const content = `<!DOCTYPE w [${
        entities.join("")
      }]>${BEFORE}<row><c t="str"><v>&h;</v></c></row>${BEHIND}`;
      return madeWorkbook({ rows: "", parts: [{ name: SHEET, content }] });
    },
  },
  {
    what: "400 parts that are the same bytes",
    failure: "excel_forged",
    bytes: () =>
      madeWorkbook({
        rows: ONE_CUSTOMER,
        parts: Array.from({ length: 400 }, (_, i) => ({ name: `${i}`, content: "x", at: 0 })),
      }),
  },
  {
    what: "an .ods of 600 MB",
    failure: "inflates",
    bytes: () =>
      madeOds({
        tables: "",
        parts: [{ name: "content.xml", content: rows(600, odsRow(["이영희", "010-1111-3333"])) }],
      }),
  },
  {
    what: "an .ods of one row of 200 long texts that is there a million times",
    failure: "line_too_long",
    bytes: () =>
      madeOds({
        tables: odsTable(
          "s",
          odsRow(["이름"]) + odsRow([
            `<table:table-cell table:number-columns-repeated="200" office:value-type="string"><text:p>${
              "가".repeat(12_000)
            }</text:p></table:table-cell>`,
          ], `table:number-rows-repeated="1000000"`),
        ),
      }),
  },
  {
    what: "an .ods of a long text that is there 400,000 times",
    failure: "too_much_text",
    bytes: () =>
      madeOds({
        tables: odsTable(
          "s",
          odsRow(["이름"]) + odsRow(["가".repeat(12_000)], `table:number-rows-repeated="400000"`),
        ),
      }),
  },
  {
    what: "an .xls of four million cells in no order",
    failure: "too_much_text",
    bytes: () => {
      const cells = joined([label(1, 0, "x"), label(0, 0, "이름")]);
      // Numbers of no count: ten bytes each.
      const none = joined(Array.from({ length: 1000 }, () => xls(0xbd, record("HHH", [2, 0, 0]))));
      return xlsFile({ sheets: [{ name: "s", records: [cells, ...Array(4100).fill(none)] }] });
    },
  },
  {
    what: "an .xls whose sectors go round",
    failure: "broken_excel",
    bytes: () => xlsFile(XLS, { next: { 3: 1 } }),
  },
  {
    what: "an .xls whose texts are gigabytes, it says",
    failure: "broken_excel",
    bytes: () =>
      xlsFile({
        sheets: [{ name: "s", records: [label(0, 0, "이름"), shared(1, 0, 0)] }],
        texts: [
          xls(0xfc, record("IIHBI", [1, 0xffffffff, 1, 4, 0xfffffff0]), new Uint8Array(8000)),
        ],
      }),
  },
  {
    what: "99,000 merged areas over all that there is, with a text of 2,000 letters",
    failure: "line_too_long",
    bytes: () =>
      madeWorkbook({
        rows: madeRow(1, ["이름"]) + madeRow(2, ["x", noise(2000)]),
        behind: `<mergeCells>${`<mergeCell ref="B2:XFD1048576"/>`.repeat(99_000)}</mergeCells>`,
      }),
  },
  {
    what: "a list of three million cells in one line",
    failure: "too_many_columns",
    bytes: () => new TextEncoder().encode(`이름,휴대폰\n${",".repeat(3_000_000)}`),
  },
  {
    what: "a list whose every line has 250,000 empty cells",
    failure: "too_many_columns",
    bytes: () =>
      new TextEncoder().encode(`이름,휴대폰\n${`${",".repeat(250_000)}x\n`.repeat(100)}`),
  },
];

const XLS: MadeXls = { sheets: [{ name: "s", records: [label(0, 0, "이름"), label(1, 0, "x")] }] };

/** An .xls whose stream is large enough to lie in sectors of its own. */
function xlsFile(made: MadeXls, lies: CompoundLies = {}): Uint8Array<ArrayBuffer> {
  return compoundFile({ Workbook: joined([madeXls(made), new Uint8Array(5000)]) }, lies);
}

/** Letters that do not pack well, the same each time. */
function noise(length: number, seed = 1): string {
  let [text, state] = ["", seed];
  while (text.length < length) {
    state = Math.imul(state, 48_271) + 11 >>> 0;
    text += state.toString(36);
  }
  return text.slice(0, length);
}

/** A workbook of 300,000 customers and 51 MB, with nothing wrong about it. */
export function honestWorkbook(): Uint8Array<ArrayBuffer> {
  const strings: string[] = [];
  const lines: string[] = [];
  for (let i = 0; i < 300_000; i++) {
    const texts = [`손님 ${i}`, noise(110, i + 7), noise(130, i * 3 + 1)];
    const cells = texts.map((text) => {
      strings.push(`<si><t>${text}</t></si>`);
      return `<c t="s"><v>${strings.length - 1}</v></c>`;
    });
    const number = `<c t="str"><v>010-${1000 + i % 9000}-${1000 + Math.floor(i / 9000)}</v></c>`;
    lines.push(`<row r="${i + 2}">${cells[0]}${number}${cells[1]}${cells[2]}</row>`);
  }
  return madeWorkbook({
    rows: madeRow(1, ["이름", "휴대폰", "주소", "비고"]) + lines.join(""),
    strings: strings.join(""),
  });
}
