import { deepEqual, equal, rejects } from "node:assert/strict";
import { FileBytes } from "../../lib/jobs/workbook/byte_source.ts";
import { cellText } from "../../lib/jobs/workbook/cell.ts";
import { digitMask, masked } from "../../lib/jobs/workbook/digit_mask.ts";
import { knownShowing, showingOf } from "../../lib/jobs/workbook/number_format.ts";
import { serialDate } from "../../lib/jobs/workbook/serial_date.ts";
import { StringTable } from "../../lib/jobs/workbook/string_table.ts";
import { zipBook } from "../../lib/jobs/workbook/zip_book.ts";
import {
  madeRow,
  madeWorkbook,
  ONE_CUSTOMER,
  relationships,
  type WorkbookParts,
} from "../support/made_workbook.ts";
import { temporaryFolder } from "../support/temporary_folder.ts";
import { workbookRows } from "../support/workbook_rows.ts";
import type { ZipPart } from "../support/zip_file.ts";
import { MemoryBytes } from "../support/memory_bytes.ts";

async function textsOf(workbook: WorkbookParts): Promise<string[][]> {
  const rows = await Array.fromAsync(workbookRows(madeWorkbook(workbook)));
  return rows.map(({ cells }) => cells.map(cellText));
}

const CUSTOMER = [["이름", "휴대폰"], ["김민수", "010-1111-2222"]];

const STYLES = `<numFmts><numFmt numFmtId="200" formatCode="yyyy&quot;년&quot; m&quot;월&quot;"/>` +
  `<numFmt numFmtId="201" formatCode="0.0 &quot;days&quot;"/>` +
  `<numFmt numFmtId="202" formatCode="000\\-0000\\-0000"/></numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` +
  `<xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/>` +
  `<xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="202"/><xf numFmtId="9"/></cellXfs>`;

for (
  const [what, cell, text] of [
    ["a number", `<c><v>1012345678</v></c>`, "1012345678"],
    [
      "a number of more digits than a spreadsheet counts, which is none that anybody may dial",
      `<c><v>1E+19</v></c>`,
      "1E+19",
    ],
    ["a number of sixteen digits", `<c><v>1234567890123450</v></c>`, "1.23456789012345E+15"],
    ["a shared text", `<c t="s"><v>0</v></c>`, "김민수"],
    [
      "a shared text in several fonts, without how it is pronounced",
      `<c t="s"><v>1</v></c>`,
      "한빛상사",
    ],
    ["a shared text that is not there", `<c t="s"><v>9</v></c>`, ""],
    ["a text in the cell", `<c t="inlineStr"><is><t>가</t></is></c>`, "가"],
    [
      "a text in the cell in several fonts",
      `<c t="inlineStr"><is><r><t>가</t></r><r><rPr><b/></rPr><t> 나</t></r></is></c>`,
      "가 나",
    ],
    ["a formula's text", `<c t="str"><f>A1&amp;"x"</f><v>가x</v></c>`, "가x"],
    ["a shared formula's number", `<c><f t="shared" si="0"/><v>7</v></c>`, "7"],
    ["true", `<c t="b"><v>1</v></c>`, "true"],
    ["false", `<c t="b"><v>0</v></c>`, "false"],
    ["an error", `<c t="e"><v>#N/A</v></c>`, ""],
    ["a text that is an error's", `<c t="str"><v>#REF!</v></c>`, ""],
    ["a text that only begins like one", `<c t="str"><v>#1 고객</v></c>`, "#1 고객"],
    ["a formula that nobody has computed", `<c><f>A1</f></c>`, ""],
    ["a formula that nobody has computed, its value left open", `<c><f>A1</f><v></v></c>`, ""],
    ["a number behind a point that is nothing", `<c><v>1020000001.0</v></c>`, "1020000001"],
    ["a number in powers of ten", `<c><v>1.020000001E9</v></c>`, "1020000001"],
    ["a sum that is nearly round", `<c><v>0.30000000000000004</v></c>`, "0.3"],
    ["a number with a part", `<c><v>1020000001.5</v></c>`, "1020000001.5"],
    ["what a computer would read as sixteen", `<c><v>0x10</v></c>`, "0x10"],
    ["a number in a cell for dates that is none", `<c s="1"><v>1020000001</v></c>`, "1020000001"],
    ["a number below every date", `<c s="1"><v>-5</v></c>`, "-5"],
    ["a time of the day", `<c s="4"><v>0.75</v></c>`, "18:00"],
    ["a time with seconds", `<c s="2"><v>46347.7500115740</v></c>`, "2026-11-21 18:00:01"],
    ["hours past a day", `<c s="5"><v>1.5</v></c>`, "36:00"],
    ["a number by a mask", `<c s="6"><v>1020000001</v></c>`, "010-2000-0001"],
    ["a share", `<c s="7"><v>0.15</v></c>`, "0.15"],
    ["a date by its style", `<c s="1"><v>46347</v></c>`, "2026-11-21"],
    ["a time by the office's own format", `<c s="2"><v>46347.75</v></c>`, "2026-11-21 18:00"],
    ["a number whose format only has a word", `<c s="3"><v>46347</v></c>`, "46347"],
    ["a date written out", `<c t="d"><v>2026-11-21T09:30:00</v></c>`, "2026-11-21 09:30"],
    ["a line break as spreadsheets write it", `<c t="str"><v>a_x000A_b</v></c>`, "a\nb"],
    ["signs that XML writes otherwise", `<c t="str"><v>&lt;a&gt; &#44032;</v></c>`, "<a> 가"],
    ["text in CDATA", `<c t="str"><v><![CDATA[<가>]]></v></c>`, "<가>"],
  ] as const
) {
  Deno.test(`${what} in a workbook is read as a person would write it`, async () => {
    const strings = `<si><t>김민수</t></si><si><r><t>한빛</t></r><r><t>상사</t></r>` +
      `<rPh sb="0" eb="1"><t>hanbit</t></rPh></si>`;
    const rows = `<row r="1">${cell}<c t="str"><v>end</v></c></row>`;
    deepEqual(await textsOf({ rows, strings, styles: STYLES }), [[text, "end"]]);
  });
}

Deno.test("dates follow the workbook's own beginning of time, and the day that there never was is the one before it", async () => {
  const book =
    `<workbookPr date1904="1"/><sheets><sheet name="s" sheetId="1" r:id="rId1"/></sheets>`;
  const rows = `<row><c s="1"><v>0</v></c></row>`;
  deepEqual(await textsOf({ rows, book, styles: STYLES }), [["1904-01-01"]]);
  const day = (days: number) => serialDate(days, 1900).toISOString().slice(0, 10);
  deepEqual([1, 59, 60, 61].map(day), ["1900-01-01", "1900-02-28", "1900-02-28", "1900-03-01"]);
});

Deno.test("a format shows a date or a time where its letters do, and not where they are only words beside a number", () => {
  const showings = {
    day: ["yyyy-mm-dd", 'm"월" d"일"', "[$-412]mmm", "yyyy-mm-dd h:mm"],
    time: ["h:mm", "AM/PM h", "mm:ss"],
    hours: ["[h]:mm", "[mm]:ss"],
    number: ["General", "@", "0.00", '0 "days"', "[Red]#,##0", "_-* #,##0_-", "\\d0", "0%"],
  };
  for (const [showing, formats] of Object.entries(showings)) {
    for (const format of formats) equal(showingOf(format), showing, format);
  }
  deepEqual([0, 14, 20, 46, 49].map(knownShowing), ["number", "day", "time", "hours", "number"]);
});

for (
  const [format, value, shown] of [
    ["000\\-0000\\-0000", 1020000001, "010-2000-0001"],
    ["0##-####-####", 1020000001, "010-2000-0001"],
    ["0##-####-####", 1020000001.5, null],
    ["0##-####-####", -1020000001, null],
    ["0##-####-####", 220000001, null],
    ["00000000000", 1020000001, "01020000001"],
    ["00000", 42, "00042"],
    ['"010-"####-####', 20000001, "010-2000-0001"],
    ["010-0000-0000", 20000001, "010-2000-0001"],
    ["[<=99999999]####-####;(0##) ####-####", 20000001, "2000-0001"],
    ["[<=99999999]####-####;(0##) ####-####", 1020000001, "(010) 2000-0001"],
    ["[<=9999999]###-####;(0##) ###-####", 312000001, "(031) 200-0001"],
    ["000000-0000000", 1013000000, "000101-3000000"],
    ["[$-412]000-0000-0000", 1020000001, "010-2000-0001"],
    ["###-####", 12020000001, "1202000-0001"],
    ["000-0000;[Red]-000-0000", 2000001, "200-0001"],
  ] as const
) {
  Deno.test(`${value} is shown as ${shown ?? "no mask has it"} by the format ${format}`, () => {
    const mask = digitMask(format);
    equal(mask !== null && masked(value, mask), shown);
  });
}

Deno.test("a format that shows more than digits, or nothing but them, is no mask", () => {
  for (
    const format of [
      "0",
      "#",
      "#,##0",
      "0.00",
      "General",
      "@",
      '0"명"',
      "[$₩-412]000-0000",
      "0E+00",
      "0%",
    ]
  ) {
    equal(digitMask(format), null, format);
  }
});

Deno.test("cells stand where their references say, or behind the one before", async () => {
  const cell = (text: string, reference = "") => `<c ${reference} t="str"><v>${text}</v></c>`;
  const rows = `<row r="3">${cell("c", 'r="C3"')}${cell("d")}</row>` +
    `<row>${cell("a")}</row><row r="9"/><row r="12">${cell(" ", 'r="XFD12"')}${
      cell("z", 'r="B12"')
    }</row>`;
  const all = await Array.fromAsync(workbookRows(madeWorkbook({ rows })));
  deepEqual(all.map(({ row, cells }) => [row, ...cells]), [
    [3, null, null, "c", "d"],
    [4, "a"],
    [12, null, "z"],
  ]);
});

Deno.test("a workbook says which sheets it has, which are hidden, and how many rows", async () => {
  const book = `<bookViews><workbookView activeTab="2"/></bookViews><sheets>` +
    `<sheet name="차트" sheetId="9" r:id="rId9"/>` +
    `<sheet name="지난해" sheetId="1" state="veryHidden" r:id="rId1"/>` +
    `<sheet name="올해" sheetId="2" r:id="rId4"/></sheets>`;
  const links = relationships([
    ["rId9", "chartsheet", "chartsheets/sheet1.xml"],
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId4", "worksheet", "/xl/worksheets/sheet2.xml"],
  ]);
  await using folder = await temporaryFolder();
  using workbook = await zipBook(
    new MemoryBytes(madeWorkbook({
      book,
      rows: `<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>`,
      parts: [
        { name: "xl/_rels/workbook.xml.rels", content: links },
        {
          name: "xl/worksheets/sheet2.xml",
          content: `<worksheet><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>`,
        },
      ],
    })),
    `${folder.path}/texts`,
  );
  deepEqual(workbook.sheets.map(({ name, hidden, active }) => [name, hidden, active]), [
    ["지난해", true, false],
    ["올해", false, true],
  ]);
  deepEqual([await workbook.count(0), await workbook.count(1)], [2, 1]);
  const rows = await Array.fromAsync(workbook.rows(0));
  deepEqual(rows.map(({ hidden }) => hidden), [true, false]);
});

function cells(...texts: readonly string[]): string {
  return `<row>${
    texts.map((text) => text === "" ? "<c/>" : `<c t="str"><v>${text}</v></c>`).join("")
  }</row>`;
}

Deno.test("every cell of a merged area has its value, across and down, and a row that has nothing else is none", async () => {
  const rows = cells("명단") + cells("회사", "연락처", "", "이름") +
    cells("", "휴대폰", "집", "") +
    cells("가람상사", "1", "2", "박가람") + cells("남은 값", "3", "4", "이나래") +
    cells("옛 값") + cells("나래상사", "5", "6", "최다온");
  const behind = `<mergeCells count="6"><mergeCell ref="A1:XFD1"/>` +
    `<mergeCell ref="A2:A3"/><mergeCell ref='B2:C2'/><mergeCell ref="$D$2:$D$3"/>` +
    `<mergeCell ref="A4:A6"/><mergeCell ref="nowhere"/></mergeCells>`;
  const all = await Array.fromAsync(workbookRows(madeWorkbook({ rows, behind })));
  const texts = all.map(({ cells }) => cells.map(cellText));
  equal(new Set(texts[0]).size, 1);
  deepEqual(texts.slice(1), [
    ["회사", "연락처", "연락처", "이름"],
    ["회사", "휴대폰", "집", "이름"],
    ["가람상사", "1", "2", "박가람"],
    ["가람상사", "3", "4", "이나래"],
    ["나래상사", "5", "6", "최다온"],
  ]);
  deepEqual(all.map(({ merged }) => merged).slice(1), [1, 2, 0, 1, 0]);
});

Deno.test("the row in which a table sums up is no row of it, and hidden columns are counted where something is in them", async () => {
  const rows = cells("이름", "휴대폰", "", "고객") + cells("박가람", "1", "", "x") +
    cells("합계", "1", "", "");
  const workbook = madeWorkbook({
    rows: `${rows}</sheetData><sheetData>`,
    parts: [
      {
        name: "xl/worksheets/_rels/sheet1.xml.rels",
        content: relationships([["rId1", "table", "../tables/table1.xml"]]),
      },
      { name: "xl/tables/table1.xml", content: `<table ref="A1:B3" totalsRowCount="1"/>` },
      {
        name: "xl/worksheets/sheet1.xml",
        content: `<worksheet><cols><col min="3" max="16384" hidden="1"/></cols>` +
          `<sheetData>${rows}</sheetData></worksheet>`,
      },
    ],
  });
  const all = await Array.fromAsync(workbookRows(workbook));
  deepEqual(all.map(({ row, hiddenColumns }) => [row, hiddenColumns]), [[1, 1], [2, 0]]);
});

const UTF_16 = new Uint8Array(
  new Uint16Array(
    [..."\uFEFF<worksheet><sheetData>", ...ONE_CUSTOMER, ..."</sheetData></worksheet>"]
      .map((letter) => letter.charCodeAt(0)),
  ).buffer,
);

for (
  const [what, workbook] of [
    ["not compressed", { lies: { "xl/worksheets/sheet1.xml": { stored: true } } }],
    ["with its sizes behind the content", {
      lies: { "xl/worksheets/sheet1.xml": { descriptor: true } },
    }],
    ["in the 64-bit form", {
      lies: { "xl/worksheets/sheet1.xml": { long: true }, "_rels/.rels": { long: true } },
      ending: { long: true },
    }],
    ["with a comment of 64 KB", { ending: { comment: new Uint8Array(65_535).fill(32) } }],
    ["with a comment that looks like an end", {
      ending: { comment: new Uint8Array([0x50, 0x4b, 5, 6, ...new Uint8Array(10), 255, 255]) },
    }],
    ["with 5,000 pictures", {
      parts: Array.from({ length: 5000 }, (_, i) => ({ name: `xl/media/${i}.png`, content: "x" })),
    }],
    ["with its sheet where nobody expects it", { sheet: "xl/media/picture.png" }],
    ["with its sheet named from the root", { target: "/xl/worksheets/sheet1.xml" }],
    ["with its sheet named by way of another folder", { target: "../xl/./worksheets/sheet1.xml" }],
    ["with other letters in its names", { target: "Worksheets/SHEET1.XML" }],
    ["with backslashes in its names", {
      sheet: "xl\\worksheets\\sheet1.xml",
      target: "worksheets/sheet1.xml",
    }],
    ["with a mark before its XML", {
      parts: [{
        name: "xl/worksheets/sheet1.xml",
        content: `\uFEFF<worksheet><sheetData>${ONE_CUSTOMER}</sheetData></worksheet>`,
      }],
    }],
    ["in UTF-16", { parts: [{ name: "xl/worksheets/sheet1.xml", content: UTF_16 }] }],
    ["with prefixes at its elements", {
      parts: [{
        name: "xl/worksheets/sheet1.xml",
        content: `<x:worksheet xmlns:x="y"><x:sheetData>${
          ONE_CUSTOMER.replace(/<(\/?)/g, "<$1x:")
        }</x:sheetData></x:worksheet>`,
      }],
    }],
  ] as [string, Partial<WorkbookParts>][]
) {
  Deno.test(`a workbook ${what} is read like any other`, async () => {
    deepEqual(await textsOf({ rows: ONE_CUSTOMER, ...workbook }), CUSTOMER);
  });
}

const SHEET = "xl/worksheets/sheet1.xml";
const MEGABYTES = new Uint8Array(8_000_000).fill(32);

function sheet(content: string | Uint8Array, more: Partial<ZipPart> = {}): Partial<WorkbookParts> {
  return { parts: [{ name: SHEET, content, ...more }] };
}

for (
  const [what, code, workbook] of [
    ["a cell in the last column that there is", "too_many_columns", {
      rows: `<row><c r="XFD1"><v>1</v></c></row>`,
    }],
    ["a cell in a column that there is not", "broken_excel", {
      rows: `<row><c r="XFE1"><v>1</v></c></row>`,
    }],
    ["a cell in a column of ten letters", "broken_excel", {
      rows: `<row><c r="1AAAAAAAAAA1"><v>1</v></c></row>`,
    }],
    ["row two thousand million", "broken_excel", { rows: `<row r="2000000000"><c/></row>` }],
    ["row one and a half", "broken_excel", { rows: `<row r="1.5"><c/></row>` }],
    ["a sheet that is larger than it says", "excel_forged", {
      lies: { [SHEET]: { inflated: 100 } },
    }],
    ["a sheet that is smaller than it says", "excel_forged", {
      lies: { [SHEET]: { inflated: 100_000 } },
    }],
    ["a sheet that is larger than it says, not compressed", "excel_forged", {
      lies: { [SHEET]: { stored: true, inflated: 10 } },
    }],
    ["a sheet that says that it is gigabytes", "inflates", {
      lies: { [SHEET]: { inflated: 0xfffffff0 } },
    }],
    ["a sheet that is packed to a thousandth", "inflates", sheet(MEGABYTES)],
    ["packed texts of a thousandth", "inflates", { strings: `<si/>${" ".repeat(8_000_000)}` }],
    ["relationships of megabytes", "inflates", {
      parts: [{ name: "_rels/.rels", content: MEGABYTES }],
    }],
    ["a sum that is not the content's", "broken_excel", { lies: { [SHEET]: { crc: 1 } } }],
    ["packed bytes that are none", "broken_excel", {
      lies: { [SHEET]: { stored: true, method: 8 } },
    }],
    ["a way of packing that nobody uses", "broken_excel", { lies: { [SHEET]: { method: 9 } } }],
    ["a password at one part", "excel_encrypted", { lies: { [SHEET]: { encrypted: true } } }],
    ["two parts of one name", "excel_forged", {
      parts: [{ name: "A", content: "1" }, { name: "a", content: "2" }],
    }],
    ["parts that are the same bytes", "excel_forged", {
      parts: [{ name: "a", content: "1" }, { name: "b", content: "1", at: 0 }],
    }],
    ["more parts than it has", "broken_excel", { ending: { count: 100 } }],
    ["sixty thousand parts", "excel_parts", { ending: { count: 60_000 } }],
    ["a document type", "excel_doctype", sheet(`<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>`)],
    ["an entity of its own", "broken_excel", { rows: `<row><c t="str"><v>&b;</v></c></row>` }],
    ["XML that is not closed", "broken_excel", sheet("<worksheet><sheetData>")],
    ["XML that is closed otherwise", "broken_excel", sheet("<worksheet></sheet>")],
    ["bytes that are no UTF-8", "broken_excel", sheet(new Uint8Array([60, 97, 62, 255, 254]))],
    ["elements ten thousand deep", "broken_excel", { rows: "<a>".repeat(10_000) }],
    ["a text of megabytes", "broken_excel", {
      rows: `<row><c t="str"><v>${random(2_000_000)}</v></c></row>`,
    }],
    ["an attribute of megabytes", "broken_excel", { rows: `<row a="${random(2_000_000)}"/>` }],
    ["a comment of megabytes", "broken_excel", { rows: `<!-- ${random(2_000_000)} -->` }],
    ["a word file's content", "is_word", {
      parts: [{
        name: "_rels/.rels",
        content: relationships([["r", "officeDocument", "word/document.xml"]]),
      }],
    }],
    ["slides", "is_slides", {
      parts: [{
        name: "_rels/.rels",
        content: relationships([["r", "officeDocument", "ppt/presentation.xml"]]),
      }],
    }],
    ["binary parts", "is_xlsb", {
      parts: [
        {
          name: "_rels/.rels",
          content: relationships([["r", "officeDocument", "xl/workbook.bin"]]),
        },
        { name: "xl/workbook.bin", content: "x" },
      ],
    }],
    ["a hundred thousand merged areas and more", "excel_parts", {
      behind: `<mergeCells>${
        Array.from({ length: 100_001 }, (_, i) => `<mergeCell ref="A${i * 7 % 90_001}:B${i}"/>`)
          .join("")
      }</mergeCells>`,
    }],
    ["no relationships", "not_a_table", { parts: [{ name: "_rels/.rels", content: "<a/>" }] }],
    ["a letter in place of a workbook", "not_a_table", {
      parts: [{ name: "xl/workbook.xml", content: "<document/>" }],
    }],
    ["a sheet that is not there", "broken_excel", { target: "worksheets/sheet9.xml" }],
    ["a million relationships to sheets", "excel_parts", {
      parts: [{
        name: "xl/_rels/workbook.xml.rels",
        content: relationships(
          Array.from({ length: 20_000 }, (_, i) => [`r${i}`, "worksheet", `${i * 7919}`]),
        ),
      }],
    }],
  ] as [string, string, Partial<WorkbookParts>][]
) {
  Deno.test(`a workbook with ${what} is refused (${code})`, async () => {
    await rejects(() => textsOf({ rows: ONE_CUSTOMER, ...workbook }), {
      name: "JobFailure",
      code,
    });
  });
}

/** Letters that do not pack well. */
function random(length: number): string {
  let [text, state] = ["", 1];
  while (text.length < length) {
    state = Math.imul(state, 48_271) >>> 0;
    text += state.toString(36);
  }
  return text;
}

Deno.test("what is said to lie outside of a file is not there, wherever that is", async () => {
  await using folder = await temporaryFolder();
  await Deno.writeFile(`${folder.path}/file`, new Uint8Array([1, 2, 3]));
  using file = new FileBytes(`${folder.path}/file`);
  for (const source of [file, new MemoryBytes(new Uint8Array([1, 2, 3]))]) {
    for (const at of [-1, 3, 2 ** 63, 2 ** 64, NaN]) equal(source.read(at, 20).length, 0);
    deepEqual([...source.read(1, 20)], [2, 3]);
  }
});

Deno.test("texts are found again by their numbers: the empty ones, those beyond what is held, and no others", async () => {
  await using folder = await temporaryFolder();
  {
    using table = new StringTable(`${folder.path}/texts`);
    const texts = ["", "가", ...Array.from({ length: 9000 }, (_, i) => `${i}${"나".repeat(400)}`)];
    for (const text of texts) table.add(text);
    table.finish();
    texts.forEach((text, index) => equal(table.get(index), text));
    equal(table.get(1), "가");
    for (const index of [-1, 0.5, NaN, texts.length]) equal(table.get(index), null);
  }
  deepEqual([...Deno.readDirSync(folder.path)], []);
});

Deno.test("whoever reads a large sheet comes back every few megabytes, so that it can be ended", async () => {
  const bytes = madeWorkbook({
    rows: ONE_CUSTOMER + `<other x="${"x".repeat(1024)}"/>`.repeat(13 * 1024),
    lies: { [SHEET]: { stored: true } },
  });
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await Array.fromAsync(workbookRows(bytes));
  clearInterval(timer);
  equal(turns >= 3, true, `${turns} turns`);
});

Deno.test("whether a sheet has rows is found out without reading it", async () => {
  let furthest = 0;
  const bytes = madeWorkbook({
    rows: Array.from({ length: 20_000 }, (_, i) => madeRow(i + 1, [random(40) + i])).join(""),
    lies: { [SHEET]: { stored: true } },
  });
  const memory = new MemoryBytes(bytes);
  const source = {
    size: bytes.length,
    read(at: number, length: number) {
      const end = bytes.length - 70_000; // the end record is looked for behind it
      if (at < end) furthest = Math.max(furthest, at);
      return memory.read(at, length);
    },
  };
  await using folder = await temporaryFolder();
  using book = await zipBook(source, `${folder.path}/texts`);
  equal(await book.count(0), 2);
  equal(furthest < bytes.length / 4, true, `${furthest} of ${bytes.length}`);
});
