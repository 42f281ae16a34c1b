import { deepEqual, equal, rejects } from "node:assert/strict";
import { madeFods, type MadeOds, madeOds, odsCell, odsRow, odsTable } from "../support/made_ods.ts";
import { staged } from "../support/staged.ts";
import { zipFile } from "../support/zip_file.ts";

const HEADINGS = odsRow(["이름", "휴대폰"]);
const CUSTOMER = HEADINGS + odsRow(["박가람", "010-2000-0001"]);
const FLOAT = (value: string) => `office:value-type="float" office:value="${value}"`;
const BELOW = { headings: { row: 1, rows: 1 as const } };

for (
  const [what, cell, text] of [
    ["a number", odsCell(FLOAT("1020000001"), "1020000001"), "1020000001"],
    [
      "a number that is shown in powers of ten",
      odsCell(FLOAT("1020000001"), "1.02E+09"),
      "1020000001",
    ],
    [
      "a number whose digits are set apart",
      odsCell(FLOAT("1020000001"), "010-2000-0001"),
      "010-2000-0001",
    ],
    [
      "a number that a mask makes another",
      odsCell(FLOAT("220000001"), "002-2000-0001"),
      "220000001",
    ],
    ["a number with a part", odsCell(FLOAT("1020000001.5"), "1020000001.5"), "1020000001.5"],
    ["nothing, in two places", odsCell(FLOAT("0"), "0.00"), "0"],
    [
      "a number of more digits than are counted",
      odsCell(FLOAT("12345678901234567890"), "x"),
      "1.2345678901234567E+19",
    ],
    ["a share", odsCell(`office:value-type="percentage" office:value="0.15"`, "15%"), "0.15"],
    ["money", odsCell(`office:value-type="currency" office:value="1200"`, "₩1,200"), "1200"],
    [
      "a day",
      odsCell(`office:value-type="date" office:date-value="2023-03-15"`, "15.3.23"),
      "2023-03-15",
    ],
    [
      "a day and a time",
      odsCell(`office:value-type="date" office:date-value="2023-03-15T18:00:00"`),
      "2023-03-15 18:00",
    ],
    [
      "a day that there is not",
      odsCell(`office:value-type="date" office:date-value="32767-12-31"`, "#FMT"),
      "",
    ],
    ["a time", odsCell(`office:value-type="time" office:time-value="PT18H00M00S"`, "6"), "18:00"],
    ["true", odsCell(`office:value-type="boolean" office:boolean-value="true"`, "TRUE"), "true"],
    [
      "an error",
      odsCell(
        `office:value-type="string" office:string-value="" calcext:value-type="error"`,
        "#N/A",
      ),
      "",
    ],
    ["an error of LibreOffice's", odsCell(`office:value-type="string"`, "Err:508"), ""],
    ["a formula that nobody has computed", odsCell(`table:formula="of:=[.A1]"`), ""],
    [
      "blanks, tabs and line breaks",
      odsCell(
        `office:value-type="string"`,
        `가<text:s text:c="2"/>나<text:tab/><text:line-break/>다</text:p><text:p>라`,
      ),
      "가  나\t\n다\n라",
    ],
    [
      "a link and letters of several kinds",
      odsCell(`office:value-type="string"`, `<text:a><text:span>가</text:span>나</text:a>`),
      "가나",
    ],
    [
      "a text with a note at it",
      `<table:table-cell office:value-type="string"><office:annotation><text:p>메모</text:p></office:annotation><text:p>가<text:note><text:p>나</text:p></text:note></text:p></table:table-cell>`,
      "가",
    ],
    [
      "a text beside a picture",
      `<table:table-cell office:value-type="string"><draw:frame xmlns:draw="d"><text:p>그림</text:p><table:table><table:table-row><table:table-cell><text:p>x</text:p></table:table-cell></table:table-row></table:table></draw:frame><text:p>가</text:p></table:table-cell>`,
      "가",
    ],
  ] as const
) {
  Deno.test(`${what} in an .ods is read as a person would write it`, async () => {
    const tables = odsTable("고객", HEADINGS + odsRow(["박가람", cell, "끝"]));
    const { rows } = await staged(madeOds({ tables }), BELOW);
    equal(rows[0]![1], text);
  });
}

Deno.test("rows and cells of an .ods that are there many times are read so, and blank ones cost nothing", async () => {
  const repeated = (times: number) => `table:number-rows-repeated="${times}"`;
  const blanks = `<table:table-cell table:number-columns-repeated="16382"/>`;
  const rows = HEADINGS + odsRow([blanks], repeated(9)) +
    odsRow([
      "가",
      `<table:table-cell table:number-columns-repeated="2" office:value-type="string"><text:p>1</text:p></table:table-cell>`,
      blanks,
    ], repeated(2)) + odsRow([blanks], repeated(1_048_563)) + odsRow([blanks]);
  const { contents, rows: all } = await staged(madeOds({ tables: odsTable("s", rows) }), BELOW);
  deepEqual(all, [["가", "1", "1"], ["가", "1", "1"]]);
  equal(contents.top.at(-1)!.row, 12);
});

Deno.test("merged cells of an .ods have their value, hidden rows and columns are told, and what a change took away is not there", async () => {
  const tables =
    `<table:tracked-changes>${odsTable("x", odsRow(["지운 값"]))}</table:tracked-changes>` +
    odsTable(
      "고객",
      `<table:table-column/><table:table-column table:number-columns-repeated="2"/>` +
        `<table:table-column table:visibility="collapse" table:number-columns-repeated="9"/>` +
        `<table:table-header-rows>${
          odsRow(["회사", "이름", "번호", "옛 번호"])
        }</table:table-header-rows>` +
        odsRow([
          `<table:table-cell table:number-rows-spanned="2" office:value-type="string"><text:p>가람상사</text:p></table:table-cell>`,
          "박가람",
          "1",
        ]) +
        `<table:table-row-group>${
          odsRow([`<table:covered-table-cell/>`, "이나래", "2", "3"], `table:visibility="filter"`)
        }</table:table-row-group>`,
    );
  const { contents, rows } = await staged(madeOds({ tables }));
  deepEqual(rows, [["가람상사", "박가람", "1"], ["가람상사", "이나래", "2", "3"]]);
  deepEqual(contents.remarks, [
    { code: "hidden_rows", count: 1, row: 3 },
    { code: "merged", count: 1, row: 3 },
    { code: "hidden_columns", count: 1, row: 1 },
  ]);
  equal(contents.format, "ods");
});

const HIDDEN =
  `<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>`;
const THREE: MadeOds = {
  styles: HIDDEN,
  active: "2월",
  tables: odsTable("옛것", CUSTOMER, "ta2") + odsTable("1월", CUSTOMER) +
    odsTable("2월", CUSTOMER.replace("박가람", "이나래")) + odsTable("빈", odsRow([""])),
};

for (const [what, made] of [[".ods", madeOds(THREE)], [".fods", madeFods(THREE)]] as const) {
  Deno.test(`of an ${what} the sheet is read that people see, and each by its name`, async () => {
    const { contents, rows } = await staged(made);
    deepEqual([contents.sheet, rows[0]![0]], ["2월", "이나래"]);
    deepEqual(contents.sheets.map(({ name, hidden }) => [name, hidden]), [
      ["옛것", true],
      ["1월", false],
      ["2월", false],
    ]);
    equal((await staged(made, { sheet: "옛것" })).rows[0]![0], "박가람");
  });
}

const ONE = { tables: odsTable("s", CUSTOMER) };

for (
  const [what, code, made] of [
    ["no sheet", "empty_ods", madeOds({ tables: "" })],
    [
      "a password",
      "excel_encrypted",
      madeOds({
        ...ONE,
        parts: [{
          name: "META-INF/manifest.xml",
          content:
            "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>",
        }],
      }),
    ],
    [
      "a password around all of it",
      "excel_encrypted",
      madeOds({ ...ONE, parts: [{ name: "encrypted-package", content: "x" }] }),
    ],
    [
      "no content",
      "broken_excel",
      zipFile([{ name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet" }]),
    ],
    [
      "a letter in its place",
      "is_word",
      zipFile([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text" }]),
    ],
    [
      "slides in its place",
      "is_slides",
      zipFile([{ name: "mimetype", content: "application/vnd.oasis.opendocument.presentation" }]),
    ],
    [
      "a Hangul file in its place",
      "is_hwp",
      zipFile([{ name: "mimetype", content: "application/hwp+zip" }]),
    ],
    [
      "a document of Numbers in its place",
      "is_numbers",
      zipFile([{ name: "Index/Document.iwa", content: "x" }]),
    ],
    ["other files in its place", "is_archive", zipFile([{ name: "고객.csv", content: "이름" }])],
    [
      "a row that is there a million times",
      "too_many_rows",
      madeOds({
        tables: odsTable("s", HEADINGS + odsRow(["가"], `table:number-rows-repeated="1000000"`)),
      }),
    ],
    [
      "a cell that is there sixteen thousand times",
      "too_many_columns",
      madeOds({
        tables: odsTable(
          "s",
          HEADINGS + odsRow([odsCell(`table:number-columns-repeated="16384" ${FLOAT("1")}`)]),
        ),
      }),
    ],
    [
      "more rows than there can be",
      "broken_excel",
      madeOds({
        tables: odsTable(
          "s",
          CUSTOMER + odsRow([""], `table:number-rows-repeated="1048576"`) + odsRow(["가"]),
        ),
      }),
    ],
    [
      "other XML",
      "broken_excel",
      madeOds({ ...ONE, parts: [{ name: "content.xml", content: "<a/>" }] }),
    ],
    [
      "XML that is not closed",
      "broken_excel",
      madeOds({ ...ONE, parts: [{ name: "content.xml", content: "<office:document-content>" }] }),
    ],
    [
      "a document type",
      "excel_doctype",
      madeOds({
        ...ONE,
        parts: [{ name: "content.xml", content: "<!DOCTYPE a><office:document-content/>" }],
      }),
    ],
    [
      "content that is packed to a thousandth",
      "inflates",
      madeOds({ ...ONE, parts: [{ name: "content.xml", content: new Uint8Array(8_000_000) }] }),
    ],
    ["three thousand sheets", "excel_parts", madeOds({ tables: odsTable("s", "").repeat(3000) })],
  ] as [string, string, Uint8Array][]
) {
  Deno.test(`an .ods with ${what} is refused (${code})`, async () => {
    await rejects(() => staged(made), { name: "JobFailure", code });
  });
}

Deno.test("a thousand million blanks in an .ods are as many as a cell may have", async () => {
  const cell = odsCell(`office:value-type="string"`, `가<text:s text:c="1000000000"/>나`);
  const { rows } = await staged(
    madeOds({ tables: odsTable("s", HEADINGS + odsRow(["x", cell])) }),
    BELOW,
  );
  equal(rows[0]![1]!.length, 12_000);
});

Deno.test("no more lines of a cell of an .ods are kept than it may have letters", async () => {
  const cell = `<table:table-cell office:value-type="string">${
    "<text:p>가</text:p>".repeat(50_000)
  }</table:table-cell>`;
  const tables = odsTable("s", HEADINGS + odsRow(["x", cell, "끝"]));
  const { rows } = await staged(madeOds({ tables }), BELOW);
  deepEqual(rows, [["x", "가\n".repeat(6000), "끝"]]);
});

Deno.test("whoever reads a row of an .ods again and again comes back now and then, so that it can be ended", async () => {
  const tables = odsTable("s", HEADINGS + odsRow(["가"], `table:number-rows-repeated="200000"`));
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await staged(madeOds({ tables }));
  clearInterval(timer);
  equal(turns >= 4, true, `${turns} turns`);
});
