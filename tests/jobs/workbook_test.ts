import { deepEqual, equal, rejects } from "node:assert/strict";
import { FileBytes } from "../../lib/jobs/workbook/byte_source.ts";
import { cellText } from "../../lib/jobs/workbook/cell.ts";
import { showsDate } from "../../lib/jobs/workbook/date_formats.ts";
import { serialDate } from "../../lib/jobs/workbook/serial_date.ts";
import { StringTable } from "../../lib/jobs/workbook/string_table.ts";
import { Workbook } from "../../lib/jobs/workbook/workbook.ts";
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
  `<numFmt numFmtId="201" formatCode="0.0 &quot;days&quot;"/></numFmts>` +
  `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` +
  `<xf numFmtId="14"/><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs>`;

for (
  const [what, cell, text] of [
    ["a number", `<c><v>1012345678</v></c>`, "1012345678"],
    ["a number of twenty digits", `<c><v>1E+19</v></c>`, "10000000000000000000"],
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
    ["an error", `<c t="e"><v>#N/A</v></c>`, "#N/A"],
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

Deno.test("a format shows a date where its letters do, and not where they are only words beside a number", () => {
  for (const format of ["yyyy-mm-dd", "h:mm", "[h]:mm", 'm"월" d"일"', "[$-412]mmm", "AM/PM h"]) {
    equal(showsDate(format), true, format);
  }
  for (const format of ["General", "@", "0.00", '0 "days"', "[Red]#,##0", "_-* #,##0_-", "\\d0"]) {
    equal(showsDate(format), false, format);
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

Deno.test("a workbook says which sheets it has, which are hidden, which rows, and what is merged", async () => {
  const book = `<bookViews><workbookView activeTab="2"/></bookViews><sheets>` +
    `<sheet name="차트" sheetId="9" r:id="rId9"/>` +
    `<sheet name="지난해" sheetId="1" state="veryHidden" r:id="rId1"/>` +
    `<sheet name="올해" sheetId="2" r:id="rId4"/></sheets>`;
  const links = relationships([
    ["rId9", "chartsheet", "chartsheets/sheet1.xml"],
    ["rId1", "worksheet", "worksheets/sheet1.xml"],
    ["rId4", "worksheet", "/xl/worksheets/sheet1.xml"],
  ]);
  await using folder = await temporaryFolder();
  const workbook = await Workbook.open(
    new MemoryBytes(madeWorkbook({
      book,
      rows: `<row r="1" hidden="1"><c><v>1</v></c></row><row r="2"><c><v>2</v></c></row>`,
      behind: `<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>`,
      parts: [{ name: "xl/_rels/workbook.xml.rels", content: links }],
    })),
    `${folder.path}/texts`,
  );
  deepEqual(workbook.sheets.map(({ name, hidden, active }) => [name, hidden, active]), [
    ["지난해", true, false],
    ["올해", false, true],
  ]);
  const rows = workbook.rows(1);
  const hidden = [(await rows.next()).value, (await rows.next()).value]
    .map((row) => row !== undefined && "hidden" in row && row.hidden);
  deepEqual(hidden, [true, false]);
  deepEqual((await rows.next()).value, { merges: ["A1:C1"] });
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

Deno.test("rows are read as they are asked for, and no further", async () => {
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
  const rows = (await Workbook.open(source, `${folder.path}/texts`)).rows(0);
  await rows.next();
  equal(furthest < bytes.length / 4, true, `${furthest} of ${bytes.length}`);
  await rows.return({ merges: [] });
});
