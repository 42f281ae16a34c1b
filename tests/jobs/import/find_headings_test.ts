import { deepEqual, throws } from "node:assert/strict";
import { findHeadings } from "../../../lib/jobs/import/staging/find_headings.ts";

/** A row a line, a cell between bars; blank rows are left out as readers do. */
function rows(text: string) {
  return text.split("\n").map((line, i) => ({ row: i + 1, cells: line.split("|") }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ""));
}

const PEOPLE = "박가람|010-2000-0001|가람상사\n이나래|010-2000-0011|나래상사";

for (
  const [what, text, place, headings] of [
    ["in the first row", `이름|휴대폰|회사\n${PEOPLE}`, "1/1", "이름|휴대폰|회사"],
    ["below a title", `2026년 고객 명단\n이름|휴대폰|회사\n${PEOPLE}`, "2/1", "이름|휴대폰|회사"],
    [
      "below a title, blank rows and a unit",
      `고객 명단||\n\n||(단위: 명)\n이름|휴대폰|회사\n${PEOPLE}`,
      "4/1",
      "이름|휴대폰|회사",
    ],
    [
      "below a title that is merged over all columns",
      `고객 명단|고객 명단|고객 명단\n이름|휴대폰|회사\n${PEOPLE}`,
      "2/1",
      "이름|휴대폰|회사",
    ],
    [
      "below who wrote the list, and when",
      `작성자|홍길동|작성일|2026-03-02\n이름|휴대폰|회사\n${PEOPLE}`,
      "2/1",
      "이름|휴대폰|회사",
    ],
    [
      "below a note",
      `※ 아래 회사와 이름은 모두 개인정보이므로 밖으로 내보내지 마시기 바랍니다.\n이름|휴대폰|회사\n${PEOPLE}`,
      "2/1",
      "이름|휴대폰|회사",
    ],
    [
      "below a row that names groups of them",
      `고객|고객|연락처|기타\n이름|회사|휴대폰|메모\n박가람|가람상사|010-2000-0001|\n이나래|나래상사|010-2000-0011|`,
      "2/1",
      "이름|회사|휴대폰|메모",
    ],
    ["in words that nobody knows", `x|y|z\n${PEOPLE}`, "1/1", "x|y|z"],
    ["in words that nobody knows, below a title", `명단\nx|y|z\n${PEOPLE}`, "2/1", "x|y|z"],
    ["in English", `Name|Phone|Company\n${PEOPLE}`, "1/1", "Name|Phone|Company"],
    [
      "over two rows, as merged cells come without a workbook",
      `이름|연락처||회사\n|휴대폰|집|\n박|010-2000-0001|02-200-0002|가`,
      "1/2",
      "이름|연락처 휴대폰|연락처 집|회사",
    ],
    [
      "over two rows, as merged cells are filled",
      `이름|연락처|연락처|회사\n이름|휴대폰|집|회사\n박|010-2000-0001|02-200-0002|가`,
      "1/2",
      "이름|연락처 휴대폰|연락처 집|회사",
    ],
    [
      "over two rows below a title",
      `명단|||\n이름|집||회사|\n|전화|팩스|전화|팩스\n박|02-200-0001|02-200-0002|02-200-0003|02-200-0004`,
      "2/2",
      "이름|집 전화|집 팩스|회사 전화|회사 팩스",
    ],
    [
      "below groups that say nothing more",
      `기본정보||연락처|\n이름|회사|휴대폰|팩스\n박|가|010-2000-0001|02-200-0002`,
      "2/1",
      "이름|회사|휴대폰|팩스",
    ],
    ["nowhere", PEOPLE, "1/0", ""],
    ["nowhere, below a title", `고객 명단\n${PEOPLE}`, "2/0", ""],
    ["in a list of one column", "이름\n박가람\n이나래", "1/1", "이름"],
    ["in a list of numbers alone", "010-2000-0001\n010-2000-0002", "1/0", ""],
  ] as const
) {
  Deno.test(`headings are found ${what}`, () => {
    const found = findHeadings(rows(text), null);
    const { row, rows: count } = found.headingRows;
    deepEqual([`${row}/${count}`, found.headings.join("|")], [place, headings]);
    deepEqual(found.below[0]?.row, row + count);
  });
}

Deno.test("headings that a person chose are the headings, or there are none", () => {
  const top = rows(`명단\n이름|휴대폰|회사\n${PEOPLE}`);
  deepEqual(findHeadings(top, { row: 1, rows: 2 }).headings, [
    "명단 이름",
    "명단 휴대폰",
    "명단 회사",
  ]);
  const { headings, below } = findHeadings(top, { row: 3, rows: 0 });
  deepEqual([headings, below.length], [[], 2]);
});

Deno.test("headings with nothing below them are a list of nobody", () => {
  throws(() => findHeadings(rows("이름|휴대폰"), null), { name: "JobFailure", code: "no_rows" });
  throws(() => findHeadings([], null), { name: "JobFailure", code: "no_rows" });
});
