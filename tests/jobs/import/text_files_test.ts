import { deepEqual, equal, rejects } from "node:assert/strict";
import { requireImport } from "../../../lib/store/imports.ts";
import { ImportOffice } from "../import_office.ts";
import { bytesOf, imported, utf16 } from "./imported.ts";

const THREE = [
  "박가람||01020000001|메모1",
  "이나래||01020000011|메모2",
  "최다온||01020000021|메모3",
];
const ROWS = [
  "이름,휴대폰,메모",
  "박가람,010-2000-0001,메모1",
  "이나래,010-2000-0011,메모2",
  "최다온,010-2000-0021,메모3",
];

/** The rows with a line end behind each, in turn. */
const ended = (...ends: string[]) => ROWS.map((row, i) => row + ends[i % ends.length]).join("");

for (
  const [what, content] of [
    ["whose headings end with CRLF and whose rows with LF", ended("\r\n", "\n", "\n", "\n")],
    ["that was joined of one with CRLF and one with LF", ended("\r\n", "\r\n", "\n", "\n")],
    ["of an old Mac", ended("\r")],
    ["with every end of line", ended("\r", "\n", "\r\n", "")],
    ["that says its delimiter", `sep=;\r\n${ended("\r\n").replaceAll(",", ";")}`],
    ["with bars", ended("\n").replaceAll(",", "|")],
    ["with blanks before and behind quotes", ended("\n").replace("메모1", '  "메모1"\t')],
    ["with two marks", `\uFEFF\uFEFF${ended("\n")}`],
    ["in UTF-16 without a mark", utf16(ended("\r\n"))],
    ["in UTF-16 the other way round, without a mark", utf16(ended("\r\n"), false)],
    [
      "in UTF-16 that says its delimiter",
      utf16(`\uFEFFsep=;\r\n${ended("\r\n").replaceAll(",", ";")}`),
    ],
    ["whose fields are filled up with zeros", ended("\n").replace("박가람", "박가람\0\0\0")],
  ] as const
) {
  Deno.test(`every customer of a file comes ${what}`, async () => {
    const { customers, problems } = await imported(content);
    deepEqual([customers, problems], [THREE, []]);
  });
}

Deno.test("a short Korean file in UTF-16 without a mark is a text", async () => {
  const { customers, import: { contents } } = await imported(
    utf16("이름\t휴대폰\t메모\n박가람\t010-2000-0001\t가람상사 대표님\n"),
  );
  deepEqual(customers, ["박가람||01020000001|가람상사 대표님"]);
  equal(contents?.encoding, "utf-16le");
});

/** 이름,휴대폰 and three customers in CP949, of whom the second has a byte that is none. */
const CP949 = new Uint8Array([
  ...[0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0xc8, 0xde, 0xb4, 0xeb, 0xc6, 0xf9, 0x0a],
  ...[0xb9, 0xda, 0xb0, 0xa1, 0xb6, 0xf7, ...bytesOf(",010-2000-0001\n")],
  ...[0xc0, 0xcc, 0xb3, 0xaa, 0xff, ...bytesOf(",010-2000-0011\n")],
  ...[0xc3, 0xd6, 0xb4, 0xd9, 0xbf, 0xc2, ...bytesOf(",010-2000-0021\n")],
]);

Deno.test("a byte that is no letter costs one letter, and its row is named", async () => {
  const { customers, remarks, import: { contents } } = await imported(CP949);
  deepEqual(customers, [
    "박가람||01020000001|",
    "이나\uFFFD||01020000011|",
    "최다온||01020000021|",
  ]);
  deepEqual([contents?.encoding, remarks], ["euc-kr", ["letters_lost 1 3"]]);
  const utf8 = bytesOf(ended("\n"));
  utf8[utf8.indexOf(0xeb, 60)] = 0xff;
  const other = await imported(utf8);
  equal(other.import.contents?.encoding, "utf-8");
  deepEqual([other.customers.length, other.remarks.length], [3, 1]);
});

Deno.test("line breaks of every kind within a cell are line breaks, and other control characters refuse the row", async () => {
  const { customers, problems } = await imported(
    "이름,휴대폰,메모\n박가람,010-2000-0001,첫줄\v둘째줄\n이나래,010-2000-0011,첫줄\u2028둘째줄\n최다온,010-2000-0021,앞\x1f뒤\n",
  );
  deepEqual(customers, ["박가람||01020000001|첫줄\n둘째줄", "이나래||01020000011|첫줄\n둘째줄"]);
  deepEqual(problems, ["4 control"]);
});

Deno.test("what protects a value from Excel is none of it, in every column", async () => {
  const { customers } = await imported(
    `이름,휴대폰,메모\n박가람,="01020000001","=""00012"""\n이나래,"=""01020000011""",'007\n최다온,'01020000021,'90년대'\n`,
  );
  deepEqual(customers, [
    "박가람||01020000001|00012",
    "이나래||01020000011|007",
    "최다온||01020000021|'90년대'",
  ]);
});

Deno.test("a memo that MySQL wrote comes whole", async () => {
  const { customers } = await imported(
    `이름,휴대폰,메모\n박가람,010-2000-0001,"그는 \\"네\\"라고 했다, 끝"\n이나래,010-2000-0011,첫줄\\n둘째줄\n최다온,010-2000-0021,\\N\n`,
  );
  deepEqual(customers, [
    '박가람||01020000001|그는 "네"라고 했다, 끝',
    "이나래||01020000011|첫줄\n둘째줄",
    "최다온||01020000021|",
  ]);
});

Deno.test("a row whose fields do not fit the headings is refused, and the others come", async () => {
  const text = [
    "이름,주소,휴대폰,메모",
    "박가람,서울시,010-2000-0001,가",
    "이나래,서울시, 강남구,010-2000-0011,나",
    "최다온,부산시,010-2000-0021,첫줄",
    "둘째줄",
    '정라온,"그는 "네", 끝",010-2000-0031,다',
    "강마루,,,",
  ];
  const { customers, problems } = await imported(`${text.join("\n")}\n`);
  deepEqual(customers.map((one) => one.split("|")[0]), ["박가람", "최다온", "강마루"]);
  deepEqual(problems, ["3 wider", "5 narrower", "6 wider"]);
});

Deno.test("columns without a heading and short rows are no fault where a file is so", async () => {
  const wide = await imported(
    "이름,휴대폰\n박,010-2000-0001,a\n이,010-2000-0011,b\n최,010-2000-0021,c\n",
  );
  deepEqual([wide.customers.length, wide.problems], [3, []]);
  const short = await imported(
    "이름,휴대폰,메모\n박,010-2000-0001\n이,010-2000-0011,b\n최,010-2000-0021\n",
  );
  deepEqual([short.customers.length, short.problems], [3, []]);
});

Deno.test("headings below a title, or once more between joined lists, are no customers; a sum is refused", async () => {
  const { customers, problems, remarks } = await imported(
    "2026년 고객 명단,,\n,,(단위: 명)\n이름,휴대폰,메모\n박가람,010-2000-0001,메모1\n2026년 고객 명단,,\n이름,휴대폰,메모\n이나래,010-2000-0011,메모2\n최다온,010-2000-0021,메모3\n합계 3명,,\n",
  );
  deepEqual([customers, problems], [THREE, ["9 footer"]]);
  deepEqual(remarks, ["again 2 5"]);
});

Deno.test("a second list under other headings is not read under the first one's", async () => {
  await rejects(
    () =>
      imported("이름,휴대폰,회사\n박,010-2000-0001,가\n이름,회사,휴대폰\n이,나,010-2000-0011\n"),
    { name: "JobFailure", code: "other_headings", limit: 3 },
  );
});

Deno.test("the first customer of a file without headings is one of its rows", async () => {
  await using office = await ImportOffice.open();
  // No column says that it is the name: a person has to.
  await rejects(() => office.upload("박가람,010-2000-0001\n이나래,010-2000-0011\n"), {
    code: "no_name_column",
  });
  const { contents } = requireImport(office.store, 1);
  deepEqual([contents?.headingRows, contents?.rows], [{ row: 1, rows: 0 }, 2]);
});
