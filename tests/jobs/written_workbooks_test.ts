import { deepEqual } from "node:assert/strict";
import { staged } from "../support/staged.ts";

/** The same customers, written by these programs: merged cells, dates, masks, formulas, a hidden row, column and sheet. */
const FILES = [
  "libreoffice.xlsx",
  "libreoffice.xls",
  "libreoffice.ods",
  "gnumeric.xls",
  "gnumeric.ods",
  "xlwt.xls",
];

/** What they left of a formula that joins texts: LibreOffice's converter writes 0, and xlwt nothing, which is told. */
const JOINED: Readonly<Record<string, string>> = { "libreoffice.xls": "0", "xlwt.xls": "" };

const LONG = "긴 글 ".repeat(700);

for (const name of FILES) {
  const computes = name !== "xlwt.xls";
  Deno.test(`a workbook that ${name.split(".")[0]} wrote as ${name.split(".")[1]} is read as people see it`, async () => {
    const file = await Deno.readFile(new URL(`workbooks/${name}`, import.meta.url));
    const { contents, rows } = await staged(file);
    deepEqual(contents.sheet, "고객");
    deepEqual(contents.sheets.map(({ name, hidden }) => [name, hidden]), [
      ["표지", false],
      ["고객", false],
      ["숨김", true],
    ]);
    deepEqual(contents.headings, ["회사", "이름", "휴대폰", "등록", "메모", "할인", "시각"]);
    deepEqual(rows, [
      ["가람상사", "박가람", "010-2000-0001", "2023-03-15", "첫 줄\n둘째 줄 ×÷", "0.15"],
      ["가람상사", "이나래", "1020000011", "2023-03-16", JOINED[name] ?? "박가람!", "0.3"],
      ["가람상사", "최다온", "010-2000-0021", "2023-03-17", "", "0.45"],
      ["나래상사", "정라온", "1020000031", "2023-03-15 18:00", LONG, "12345.678", "18:00"],
    ]);
    deepEqual(contents.remarks, [
      { code: "hidden_rows", count: 1, row: 3 },
      { code: "merged", count: 2, row: 3 },
      ...computes
        ? [{ code: "errors", count: 1, row: 4 }]
        : [{ code: "not_computed", count: 2, row: 3 }],
      { code: "hidden_columns", count: 1, row: 1 },
    ]);
  });
}
