import assert from "node:assert/strict";
import { KOREA } from "../../lib/domain/numbering.ts";
import { numbersIn } from "../../lib/domain/numbers_in.ts";

/** Each piece as its number, or as why it is none. */
function said(cell: string, numbering = KOREA): string[] {
  return numbersIn(cell, numbering).map(({ read }) =>
    read.kind === "number" ? read.normal : read.why
  );
}

Deno.test("an extension's line stays with its number in a list, and a number without an area code is one of it", () => {
  const texts = (cell: string) => numbersIn(cell).map(({ text }) => text);
  assert.deepEqual(texts("02-2000-0002, 5678, 010-2000-0001"), [
    "02-2000-0002, 5678",
    "010-2000-0001",
  ]);
  assert.deepEqual(said("200-0002 / 010-2000-0001"), ["2000002", "01020000001"]);
  // As it was written: only a spreadsheet's protection goes.
  assert.deepEqual(texts("０１０-2000-0001"), ["０１０-2000-0001"]);
  assert.deepEqual(texts('="010-2000-0001"'), ["010-2000-0001"]);
});

Deno.test("every number of a cell is read by itself, whatever stands between them", () => {
  const both = ["01020000001", "0220000002"];
  for (
    const sign of [
      "\n",
      "\r\n",
      "\v",
      "\u2028",
      " ::: ",
      ";",
      " | ",
      ",",
      ", ",
      "、",
      " / ",
      "/",
      " ",
      "\t",
    ]
  ) {
    assert.deepEqual(said(`010-2000-0001${sign}02-2000-0002`), both, JSON.stringify(sign));
  }
  assert.deepEqual(said("HP 010-2000-0001 TEL 02-2000-0002"), both);
  assert.deepEqual(said("010 2000 0001 02 2000 0002"), both);
  assert.deepEqual(said("010-2000-0001(집)02-2000-0002"), both);
  assert.deepEqual(said("010-2000-0001(02-2000-0002)"), both);
  assert.deepEqual(said("010/2000/0001, 02/2000/0002"), both);
  assert.deepEqual(said("1020000001 / 220000002"), both);
  assert.deepEqual(said("010-2000-0001, 02-2000-0002; 031-200-0003"), [...both, "0312000003"]);
});

Deno.test("a number keeps the note that stands beside it", () => {
  const texts = (cell: string) => numbersIn(cell).map(({ text }) => text);
  assert.deepEqual(texts("010-2000-0021(본인)/010-2000-0022(배우자)"), [
    "010-2000-0021(본인)",
    "010-2000-0022(배우자)",
  ]);
  assert.deepEqual(texts("010-2000-0021 김과장 010-2000-0022 이대리"), [
    "010-2000-0021 김과장",
    "010-2000-0022 이대리",
  ]);
  assert.deepEqual(texts("HP 010-2000-0021 FAX 02-200-0022"), [
    "HP 010-2000-0021",
    "FAX 02-200-0022",
  ]);
  assert.deepEqual(texts("1020000001.0"), ["01020000001"]);
  assert.deepEqual(texts('="010-2000-0001"'), ["010-2000-0001"]);
  assert.deepEqual(texts("'01020000001"), ["01020000001"]);
});

Deno.test("more lines of one office are one number", () => {
  for (
    const cell of [
      "02-555-1234, 5678",
      "02-555-1234~6",
      "02-555-1234/5",
      "02-555-1234 (35)",
      "02-555-1234, 5678, 9012",
    ]
  ) {
    assert.deepEqual(said(cell), ["025551234"], cell);
  }
  assert.deepEqual(said("02-555-1234, 5678; 010-2000-0001"), ["025551234", "01020000001"]);
});

Deno.test("what is no number among them says why, and words for nothing only where they stand alone", () => {
  assert.deepEqual(said("010-2000-0001, 010-12-3456"), ["01020000001", "digits"]);
  assert.deepEqual(said("010-2000-0001; 02-200-0003·4"), ["01020000001", "groups"]);
  assert.deepEqual(said("010-2000-0001\n없음"), ["01020000001"]);
  assert.deepEqual(said("-\n없음"), ["blank"]);
  assert.deepEqual(said("없음"), ["blank"]);
  assert.deepEqual(said("서울시 강남구 테헤란로 123, 45"), ["letters"]);
  assert.deepEqual(said("2023-03-15"), ["date"]);
  assert.deepEqual(said("25551234", { ...KOREA, areaCode: "02" }), ["zero_or_area_code"]);
  assert.deepEqual(said(`${"가 ".repeat(600)}`), ["letters"]);
});

Deno.test("many numbers with names between them are as many numbers", () => {
  const numbers = Array.from({ length: 8 }, (_, one) => `010-1111-222${one}`);
  const cell = numbers.map((number) => `${number} 가 나`).join(" ");
  assert.deepEqual(said(cell), numbers.map((number) => number.replaceAll("-", "")));
});
