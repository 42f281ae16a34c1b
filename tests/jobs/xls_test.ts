import { deepEqual, equal, rejects } from "node:assert/strict";
import { compoundFile, type CompoundLies } from "../support/compound_file.ts";
import { label, type MadeXls, madeXls, number, shared, xls, xlsText } from "../support/made_xls.ts";
import { staged } from "../support/staged.ts";
import { joined, record } from "../support/zip_file.ts";

function book(made: Partial<MadeXls> & { records?: Uint8Array[] }, lies: CompoundLies = {}) {
  const { records = [], ...rest } = made;
  const stream = madeXls({ sheets: [{ name: "고객", records }], ...rest });
  return compoundFile({ Workbook: stream }, lies);
}

const HEADINGS = [label(0, 0, "이름"), label(0, 1, "휴대폰")];
const CUSTOMER = [...HEADINGS, label(1, 0, "박가람"), label(1, 1, "010-2000-0001")];

/** A formula whose eight bytes of value are these. */
const formula = (row: number, column: number, value: number[], flags = 0, style = 0) =>
  xls(
    0x06,
    record("HHH", [row, column, style]),
    new Uint8Array(value),
    record("HIH", [flags, 0, 0]),
  );
const special = (kind: number, value = 0) => [kind, 0, value, 0, 0, 0, 0xff, 0xff];
const FORMATS = ["yyyy-mm-dd", "000-0000-0000", "h:mm"];
const [DATE, MASK, TIME] = [1, 2, 3];
const rk = (value: number, flags: number) => (value << 2 | flags) >>> 0;

for (
  const [what, cell, text] of [
    ["a number", [number(1, 1, 1020000001)], "1020000001"],
    ["a number in 30 bits", [xls(0x27e, record("HHHI", [1, 1, 0, rk(20000001, 2)]))], "20000001"],
    ["a hundredth in 30 bits", [xls(0x27e, record("HHHI", [1, 1, 0, rk(1234, 3)]))], "12.34"],
    ["a double in 30 bits", [xls(0x27e, record("HHHI", [1, 1, 0, 0x3ff80000]))], "1.5"],
    ["a number below zero in 30 bits", [xls(0x27e, record("HHHI", [1, 1, 0, rk(-5, 2)]))], "-5"],
    ["the first of several numbers", [
      xls(0xbd, record("HHHIHIH", [1, 1, 0, rk(7, 2), 0, rk(8, 2), 2])),
    ], "7"],
    ["a date", [number(1, 1, 45000, DATE)], "2023-03-15"],
    ["a number in a cell for dates that is none", [number(1, 1, 1020000001, DATE)], "1020000001"],
    ["a number by a mask", [number(1, 1, 1020000001, MASK)], "010-2000-0001"],
    ["a time", [number(1, 1, 0.75, TIME)], "18:00"],
    ["a text in several fonts", [
      xls(0xd6, record("HHH", [1, 1, 0]), xlsText("가나"), record("H", [0])),
    ], "가나"],
    ["true", [xls(0x205, record("HHHBB", [1, 1, 0, 1, 0]))], "true"],
    ["an error", [xls(0x205, record("HHHBB", [1, 1, 0, 0x2a, 1]))], ""],
    ["a formula's number", [formula(1, 1, [0, 0, 0, 0, 0, 0, 0xf8, 0x3f])], "1.5"],
    ["a formula's text", [formula(1, 1, special(0)), xls(0x207, xlsText("가x"))], "가x"],
    ["a shared formula's text", [
      formula(1, 1, special(0)),
      xls(0x4bc, new Uint8Array(10)),
      xls(0x207, xlsText("나x")),
    ], "나x"],
    ["a formula's truth", [formula(1, 1, special(1, 1))], "true"],
    ["a formula's error", [formula(1, 1, special(2, 0x17))], ""],
    ["a formula's blank", [formula(1, 1, special(3))], ""],
    ["a formula that nobody has computed", [formula(1, 1, Array(8).fill(0), 2)], ""],
  ] as [string, Uint8Array[], string][]
) {
  Deno.test(`${what} in an .xls is read as a person would write it`, async () => {
    const records = [...HEADINGS, label(1, 0, "박가람"), ...cell, label(1, 2, "끝")];
    const { rows } = await staged(book({ records, formats: FORMATS }), {
      headings: { row: 1, rows: 1 },
    });
    deepEqual(rows[0]![1], text);
  });
}

Deno.test("shared texts of an .xls go on in further records, each in letters of its own width, with fonts and sounds between", async () => {
  const text = "가나다라";
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  const rich = joined([
    record("HBHI", [4, 1 | 4 | 8, 1, 6]),
    record("HHHH", codes),
    record("HH", [1, 2]),
    new Uint8Array(6),
  ]);
  // "가나" stands in the first record in wide letters; "ab" behind it in narrow ones.
  const cut = joined([record("HB", [4, 1]), record("HH", codes.slice(0, 2))]);
  const texts = [
    xls(0xfc, record("II", [4, 4]), xlsText("x"), rich, cut),
    xls(0x3c, new Uint8Array([0, 0x61, 0x62]), xlsText("yz").subarray(0, 3)),
    xls(0x3c, new Uint8Array([0]), new TextEncoder().encode("yz")),
  ];
  const records = [
    ...HEADINGS,
    ...[0, 1, 2, 3, 9].map((index, column) => shared(1, column, index)),
  ];
  const { rows } = await staged(book({ records, texts }), { headings: { row: 1, rows: 1 } });
  deepEqual(rows, [["x", text, "가나ab", "yz"]]);
});

Deno.test("an .xls whose cells come in any order has its rows from the top; hidden rows, columns and merged cells are told", async () => {
  const records = [
    xls(0x7d, record("HHHHHH", [3, 3, 0, 0, 1, 0])),
    ...CUSTOMER.slice(2),
    xls(0x208, record("HHHHHHI", [2, 0, 2, 0, 0, 0, 0x20])),
    label(2, 1, "010-2000-0011"),
    number(1, 3, 7),
    label(2, 2, "나"),
    // A chart within the sheet has records of its own.
    xls(0x809, record("HHHHII", [0x600, 0x20, 0, 0, 0, 0])),
    label(5, 0, "차트"),
    xls(0x0a),
    ...HEADINGS,
    xls(0xe5, record("HHHHH", [1, 1, 2, 0, 0])),
  ];
  const { contents, rows } = await staged(book({ records }), { headings: { row: 1, rows: 1 } });
  deepEqual(rows, [
    ["박가람", "010-2000-0001", "", "7"],
    ["박가람", "010-2000-0011", "나"],
  ]);
  deepEqual(contents.remarks, [
    { code: "hidden_rows", count: 1, row: 3 },
    { code: "merged", count: 1, row: 3 },
    { code: "hidden_columns", count: 1, row: 2 },
  ]);
  equal(contents.format, "xls");
});

Deno.test("of an .xls the sheet is read that people see, and its hidden ones are told", async () => {
  const sheets = [
    { name: "옛것", records: CUSTOMER, hidden: 2 as const },
    { name: "1월", records: CUSTOMER },
    { name: "2월", records: CUSTOMER },
  ];
  const { contents } = await staged(book({ sheets, active: 2 }));
  deepEqual([contents.sheet, contents.sheets.map(({ hidden }) => hidden)], ["2월", [
    true,
    false,
    false,
  ]]);
});

const KOREAN = new Uint8Array([0xb1, 0xe8, 0xb9, 0xce, 0xbc, 0xf6]);
const coded = (row: number, column: number, text: Uint8Array) =>
  xls(0x204, record("HHHH", [row, column, 0, text.length]), text);
const ascii = (text: string) => new TextEncoder().encode(text);

Deno.test("an .xls of Excel 95 is read in its own code page", async () => {
  const begin = (kind: number) => xls(0x809, record("HHHH", [0x500, kind, 0, 0]));
  const globals = (at: number) =>
    joined([
      begin(5),
      xls(0x42, record("H", [949])),
      xls(0x85, record("IBBB", [at, 0, 0, KOREAN.length]), KOREAN),
      xls(0x0a),
    ]);
  const sheet = joined([
    begin(0x10),
    ...[coded(0, 0, ascii("name")), coded(0, 1, ascii("phone"))],
    ...[coded(1, 0, KOREAN), coded(1, 1, ascii("010-2000-0001"))],
    xls(0x0a),
  ]);
  const stream = joined([globals(globals(0).length), sheet]);
  const { contents, rows } = await staged(compoundFile({ Book: stream }));
  deepEqual([contents.sheet, rows], ["김민수", [["김민수", "010-2000-0001"]]]);
});

for (const [what, text] of [["CP949", KOREAN], ["UTF-8", ascii("김민수")]] as const) {
  Deno.test(`records of an .xls without a file around them, as web shops write them, are read; texts in ${what}`, async () => {
    const file = joined([
      xls(0x809, record("HHHH", [0, 0x10, 0, 0])),
      ...[coded(0, 0, ascii("name")), coded(0, 1, ascii("phone"))],
      ...[coded(1, 0, text), number(1, 1, 1020000001)],
      xls(0x0a),
    ]);
    deepEqual((await staged(file)).rows, [["김민수", "1020000001"]]);
  });
}

Deno.test("a workbook that is both of Excel 95 and of 97 is read in Unicode, and so is a small one and a large one", async () => {
  const stream = madeXls({ sheets: [{ name: "s", records: CUSTOMER }] });
  const large = joined([stream, new Uint8Array(9000)]);
  for (
    const streams of [
      { Book: ascii("x"), Workbook: stream },
      { Workbook: large, "\x05SummaryInformation": new Uint8Array(5000) },
      { a: new Uint8Array(70_000), workbook: large },
    ]
  ) {
    const { rows } = await staged(compoundFile(streams));
    deepEqual(rows, [["박가람", "010-2000-0001"]]);
  }
});

const LARGE = joined([
  madeXls({ sheets: [{ name: "s", records: CUSTOMER }] }),
  new Uint8Array(9000),
]);

for (
  const [what, code, file] of [
    [
      "a password",
      "excel_encrypted",
      book({ records: CUSTOMER, more: [xls(0x2f, new Uint8Array(6))] }),
    ],
    [
      "a password, as .xlsx have it",
      "excel_encrypted",
      compoundFile({ EncryptionInfo: ascii("x") }),
    ],
    ["a Word file in its place", "is_word", compoundFile({ WordDocument: ascii("x") })],
    ["slides in its place", "is_slides", compoundFile({ "PowerPoint Document": ascii("x") })],
    [
      "a Hangul file in its place",
      "is_hwp",
      compoundFile({ FileHeader: ascii("x"), BodyText: ascii("x") }),
    ],
    ["a mail in its place", "is_mail", compoundFile({ "__properties_version1.0": ascii("x") })],
    ["something else in its place", "not_a_table", compoundFile({ Contents: ascii("x") })],
    [
      "a workbook of 1990 in its place",
      "old_excel",
      joined([xls(0x209, new Uint8Array(6)), new Uint8Array(600)]),
    ],
    ["its header alone", "broken_excel", compoundFile({ Workbook: LARGE }).slice(0, 512)],
    ["half of it", "broken_excel", compoundFile({ Workbook: LARGE }).slice(0, 4000)],
    [
      "a stream that goes round",
      "broken_excel",
      compoundFile({ Workbook: LARGE }, { next: { 5: 2 } }),
    ],
    [
      "a stream that leads out of the file",
      "broken_excel",
      compoundFile({ Workbook: LARGE }, { next: { 5: 70_000 } }),
    ],
    [
      "a stream that begins nowhere",
      "broken_excel",
      compoundFile({ Workbook: LARGE }, { start: 0x7fffffff }),
    ],
    ["a stream that is blank", "broken_excel", compoundFile({ Workbook: LARGE }, { size: 0 })],
    ["sectors of no size", "broken_excel", compoundFile({ Workbook: LARGE }, { shift: 0 })],
    ["sectors of gigabytes", "broken_excel", compoundFile({ Workbook: LARGE }, { shift: 31 })],
    [
      "a record that is longer than the stream",
      "broken_excel",
      book({
        records: [...CUSTOMER, record("HH", [0x203, 0xffff])],
      }),
    ],
    [
      "a cell without its column",
      "broken_excel",
      book({ records: [...CUSTOMER, xls(0x203, record("H", [2]))] }),
    ],
    [
      "a text that is longer than its record",
      "broken_excel",
      book({
        records: [...CUSTOMER, xls(0x204, record("HHHHB", [2, 0, 0, 0xffff, 0]))],
      }),
    ],
    [
      "a shared text that is longer than all of them",
      "broken_excel",
      book({
        records: [...CUSTOMER, shared(2, 0, 0)],
        texts: [xls(0xfc, record("IIHBI", [1, 1, 1, 4, 0xffffffff]), new Uint8Array(10))],
      }),
    ],
    [
      "a formula whose text is not there",
      "broken_excel",
      book({
        records: [...CUSTOMER, formula(2, 0, special(0))],
      }),
    ],
    [
      "a cell in column 256",
      "too_many_columns",
      book({ records: [...CUSTOMER, label(2, 255, "x")] }),
    ],
    [
      "more merged areas than it lists",
      "broken_excel",
      book({
        records: [...CUSTOMER, xls(0xe5, record("HHHHH", [60_000, 1, 2, 0, 0]))],
      }),
    ],
    [
      "a sheet that is not where it says",
      "broken_excel",
      book({
        sheets: [{ name: "s", records: [xls(0x0a), ...CUSTOMER] }],
        more: [xls(0x85, record("IBB", [9_999_999, 0, 0]), xlsText("t", 1))],
        active: 0,
      }),
    ],
  ] as [string, string, Uint8Array][]
) {
  Deno.test(`an .xls with ${what} is refused (${code})`, async () => {
    await rejects(() => staged(file), { name: "JobFailure", code });
  });
}

Deno.test("a directory of an .xls that goes round is read once, and tables that go round end", async () => {
  const round = compoundFile({ Workbook: LARGE, other: ascii("x") }, { siblings: 1, tables: 0 });
  deepEqual((await staged(round)).rows, [["박가람", "010-2000-0001"]]);
});

Deno.test("whoever reads a large .xls comes back now and then, so that it can be ended", async () => {
  const blanks = joined(Array.from({ length: 1000 }, () => xls(0x201, new Uint8Array(6))));
  const records = [...CUSTOMER, ...Array<Uint8Array>(500).fill(blanks)];
  const file = book({ records });
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await staged(file);
  clearInterval(timer);
  equal(turns >= 4, true, `${turns} turns`);
});
