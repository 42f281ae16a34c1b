import { deepEqual, equal, rejects } from "node:assert/strict";
import { AS_FOUND } from "../../../lib/domain/import_contents.ts";
import { keepReading, requireImport } from "../../../lib/store/imports.ts";
import { runJob } from "../../../lib/jobs/handlers.ts";
import { ImportOffice } from "../import_office.ts";
import { bytesOf, imported } from "./imported.ts";

Deno.test("a web page that is called .xls is read as its tables", async () => {
  const { customers, import: { contents } } = await imported(
    `<html><head><meta charset="utf-8"><style>td { mso-number-format: "\\@" }</style></head><body>
     <script>var x = "<td>no</td>";</script>
     <table><tr><td colspan="3">고객 명단</td></tr></table>
     <table border=1><tr><th>이름<th>휴대폰<th>회사</tr>
     <tr><td>박가람</td><td style="mso-number-format:'\\@'">01020000001</td><td rowspan="2">가람&amp;상사&nbsp;</td></tr>
     <tr><td>이<b>나래</b></td><td x:num="1020000011">1.02E+09</td></tr>
     <tr><td>최다온</td><td x:str="010-2000-0021">010…</td><td>다온<br>물산</td></tr></table></body></html>`,
  );
  deepEqual(customers, [
    "박가람|가람&상사|01020000001|",
    "이나래|가람&상사|01020000011|",
    "최다온|다온 물산|01020000021|",
  ]);
  equal(contents?.format, "html");
});

Deno.test("a web page in CP949, with a table for its layout and cells without an end, is read", async () => {
  const name = new Uint8Array([0xc0, 0xcc, 0xb8, 0xa7]);
  const { customers } = await imported(
    new Uint8Array([
      ...bytesOf(
        '<META http-equiv=Content-Type content="text/html; charset=euc-kr"><TABLE><TR><TD><TABLE><TR><TD>',
      ),
      ...name,
      ...bytesOf("<TD>TEL<TR><TD>"),
      ...[0xb9, 0xda, 0xb0, 0xa1, 0xb6, 0xf7],
      ...bytesOf("<TD>010-2000-0001</TABLE></TABLE>"),
    ]),
  );
  deepEqual(customers, ["박가람||01020000001|"]);
});

for (
  const [what, text] of [
    ["elements without an end", `<table>${"<b>".repeat(5000)}`],
    ["a tag without an end", `<table><tr><td ${"a=1 ".repeat(400_000)}`],
    ["tables within tables", "<table><tr><td>".repeat(100)],
  ] as const
) {
  Deno.test(`a web page with ${what} is refused with a reason`, async () => {
    await rejects(() => imported(text), { name: "JobFailure", code: "broken_html" });
  });
}

Deno.test("a cell over a hundred million columns or rows is refused or costs nothing", async () => {
  await rejects(() => imported('<table><tr><td>이름<tr><td colspan="100000000">a<td>b</table>'), {
    code: "too_many_columns",
  });
  const { customers } = await imported(
    '<table><tr><td>이름<td>메모<tr><td>박가람<td rowspan="100000000">x<tr><td>이나래</table>',
  );
  deepEqual(customers, ["박가람|||x", "이나래|||x"]);
});

const CELL = (value: string, type = "String", more = "") =>
  `<Cell ${more}><Data ss:Type="${type}">${value}</Data></Cell>`;
const SHEET = (name: string, rows: string, options = "") =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions>${options}</WorksheetOptions></Worksheet>`;
const BOOK = (sheets: string, head = '<?xml version="1.0"?>') =>
  `${head}<?mso-application progid="Excel.Sheet"?>
   <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
   <Styles><Style ss:ID="s1"><NumberFormat ss:Format="000\\-0000\\-0000"/></Style></Styles>${sheets}</Workbook>`;
const HEADINGS = `<Row>${CELL("이름")}${CELL("휴대폰")}${CELL("메모")}${CELL("회사")}</Row>`;

Deno.test("a workbook in the XML of Excel 2003 is read: places, merged and hidden cells, kinds of values", async () => {
  const rows = HEADINGS +
    `<Row ss:Index="3">${CELL("박가람")}${CELL("1020000001", "Number", 'ss:StyleID="s1"')}` +
    `${CELL("2026-03-15T00:00:00.000", "DateTime")}${
      CELL("가람상사", "String", 'ss:MergeDown="1"')
    }</Row>` +
    `<Row ss:Hidden="1">${CELL("이나래")}${CELL("010-2000-0011")}${CELL("#N/A", "Error")}</Row>` +
    `<Row>${CELL("최다온")}${CELL("다온상사", "String", 'ss:Index="4"')}` +
    `<Cell><Comment><Data>아니오</Data></Comment></Cell></Row>`;
  const { customers, remarks, import: { contents } } = await imported(
    BOOK(
      SHEET("옛것", HEADINGS + HEADINGS, "<Visible>SheetHidden</Visible>") + SHEET("고객", rows),
    ),
  );
  deepEqual(customers, [
    "박가람|가람상사|01020000001|2026-03-15",
    "이나래|가람상사|01020000011|",
    "최다온|다온상사||",
  ]);
  deepEqual(remarks, ["hidden_rows 1 4", "merged 1 4", "errors 1 4"]);
  deepEqual([contents?.format, contents?.sheet, contents?.sheets.length], ["xml", "고객", 2]);
});

Deno.test("another sheet of such a workbook is read where a person says so", async () => {
  await using office = await ImportOffice.open();
  const sheet = (name: string) => SHEET(name, `${HEADINGS}<Row>${CELL(`${name} 손님`)}</Row>`);
  const id = await office.upload(BOOK(sheet("1월") + sheet("2월")));
  keepReading(office.store, id, { ...AS_FOUND, sheet: "2월" });
  await runJob("read_import", { importId: id }, office.job);
  deepEqual(requireImport(office.store, id).contents?.sample, [["2월 손님"]]);
});

Deno.test("such a workbook in CP949 is read", async () => {
  const text = BOOK(
    SHEET("S", `<Row>${CELL("name")}</Row><Row>${CELL("@")}</Row>`),
    '<?xml version="1.0" encoding="euc-kr"?>',
  );
  const [before, behind] = text.split("@").map(bytesOf);
  const { customers } = await imported(
    new Uint8Array([...before!, 0xb9, 0xda, 0xb0, 0xa1, 0xb6, 0xf7, ...behind!]),
  );
  deepEqual(customers, ["박가람|||"]);
});

for (
  const [what, text, code] of [
    [
      "with a document type",
      BOOK("", '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]>'),
      "excel_doctype",
    ],
    [
      "with a row in front of itself",
      BOOK(SHEET("S", '<Row ss:Index="5"/><Row ss:Index="2"/>')),
      "broken_excel",
    ],
    [
      "with a cell nowhere",
      BOOK(SHEET("S", `<Row>${CELL("a", "String", 'ss:Index="99999999"')}</Row>`)),
      "broken_excel",
    ],
    ["with elements without an end", BOOK("<a>".repeat(5000)), "broken_excel"],
  ] as const
) {
  Deno.test(`a workbook in XML ${what} is refused with a reason`, async () => {
    await rejects(() => imported(text), { name: "JobFailure", code });
  });
}
