import { deepEqual, equal, rejects } from "node:assert/strict";
import { madeRow, madeSheets, madeWorkbook } from "../support/made_workbook.ts";
import { staged } from "../support/staged.ts";

function customers(...names: readonly string[]): string {
  return ["이름", ...names].map((name, i) => madeRow(i + 1, [name])).join("");
}

const BLANK = `<row r="1"><c s="1"/></row>`;

for (
  const [what, sheets, active, name] of [
    ["the one that is seen first", [["1월", "가람"], ["2월", "나래"]], 1, "2월"],
    ["the first where nothing is said", [["1월", "가람"], ["2월", "나래"]], 0, "1월"],
    ["none that is hidden", [["옛것", "숨은", "veryHidden"], ["고객", "가람"]], 0, "고객"],
    ["none that is blank", [["빈 시트", ""], ["고객", "가람"]], 0, "고객"],
    ["none that has a title alone", [["표지", "제목"], ["고객", "가람"]], 0, "고객"],
  ] as [string, [string, string, ("hidden" | "veryHidden")?][], number, string][]
) {
  Deno.test(`of the sheets of a workbook ${what} is read`, async () => {
    const made = sheets.map(([name, text, state]) => ({
      name,
      rows: text === "" ? BLANK : text === "제목" ? madeRow(1, ["고객 명단"]) : customers(text),
      ...(state === undefined ? {} : { state }),
    }));
    const { contents, rows } = await staged(madeSheets(made, active));
    equal(contents.sheet, name);
    deepEqual(rows, [[sheets.find(([one]) => one === name)![1]]]);
  });
}

const BOOK = madeSheets([
  { name: "1월", rows: customers("가람") },
  { name: "그림", rows: "" },
  { name: "지난해", rows: customers("나래", "다온"), state: "hidden" },
]);

Deno.test("a workbook's sheets with rows are told, hidden ones too, and one is read by its name", async () => {
  const { contents } = await staged(BOOK);
  deepEqual(contents.sheets, [{ name: "1월", hidden: false }, { name: "지난해", hidden: true }]);
  const { contents: { sheet }, rows } = await staged(BOOK, { sheet: "지난해" });
  deepEqual([sheet, rows], ["지난해", [["나래"], ["다온"]]]);
});

Deno.test("a sheet that is not there, or is blank, is told; so is a workbook in which only hidden sheets have rows", async () => {
  for (const sheet of ["2월", "그림"]) {
    await rejects(() => staged(BOOK, { sheet }), { name: "JobFailure", code: "no_such_sheet" });
  }
  const hidden = madeSheets([{ name: "1", rows: "" }, {
    name: "2",
    rows: customers("가람"),
    state: "hidden",
  }]);
  await rejects(() => staged(hidden), { name: "JobFailure", code: "only_hidden_sheets" });
  await rejects(() => staged(madeSheets([{ name: "1", rows: BLANK }])), {
    name: "JobFailure",
    code: "no_rows",
  });
});

Deno.test("what a workbook hides, what came to an error, what nobody computed and what was filled is told with the row", async () => {
  const texts = (...all: readonly string[]) =>
    all.map((text) => `<c t="str"><v>${text}</v></c>`).join("");
  const cols = `<cols><col min="4" max="4" hidden="1"/></cols>`;
  const rows = `<row>${texts("회사", "이름", "번호", "옛 번호")}</row>` +
    `<row>${texts("가람상사", "박가람", "1")}</row>` +
    `<row hidden="1">${texts("", "이나래")}<c t="e"><v>#N/A</v></c><c><v>7</v></c></row>` +
    `<row>${texts("#REF!", "최다온")}<c><f>A1</f></c></row>`;
  const behind = `<mergeCells><mergeCell ref="A2:A3"/></mergeCells>`;
  const content = `<worksheet>${cols}<sheetData>${rows}</sheetData>${behind}</worksheet>`;
  const book = madeWorkbook({ rows: "", parts: [{ name: "xl/worksheets/sheet1.xml", content }] });
  const all = await staged(book);
  deepEqual(all.contents.remarks, [
    { code: "hidden_rows", count: 1, row: 3 },
    { code: "merged", count: 1, row: 3 },
    { code: "errors", count: 2, row: 3 },
    { code: "not_computed", count: 1, row: 4 },
    { code: "hidden_columns", count: 1, row: 1 },
  ]);
  deepEqual(all.rows, [
    ["가람상사", "박가람", "1"],
    ["가람상사", "이나래", "", "7"],
    ["", "최다온"],
  ]);
  const { rows: seen } = await staged(book, { leavesHidden: true });
  deepEqual(seen.map(([, name]) => name), ["박가람", "최다온"]);
});

Deno.test("a title that is merged over all columns is no heading, and headings over two rows have what is merged above them", async () => {
  const row = (...texts: readonly string[]) =>
    `<row>${
      texts.map((text) => text === "" ? "<c/>" : `<c t="str"><v>${text}</v></c>`).join("")
    }</row>`;
  const book = madeWorkbook({
    rows: row("2026년 고객 명단") + row("이름", "연락처", "", "회사") +
      row("", "휴대폰", "집", "") +
      row("박가람", "010-2000-0001", "02-2000-0001", "가람상사") +
      row("이나래", "010-2000-0011", "", "나래상사"),
    behind: `<mergeCells><mergeCell ref="A1:J1"/><mergeCell ref="A2:A3"/>` +
      `<mergeCell ref="B2:C2"/><mergeCell ref="D2:D3"/></mergeCells>`,
  });
  const { contents, rows } = await staged(book);
  deepEqual(contents.headings, ["이름", "연락처 휴대폰", "연락처 집", "회사"]);
  deepEqual(rows.map(([name]) => name), ["박가람", "이나래"]);
  // Only what is filled below the headings is told.
  deepEqual(contents.remarks, []);
});
