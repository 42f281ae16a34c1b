import { deepEqual, doesNotMatch, equal, match } from "node:assert/strict";
import { AS_FOUND, type ImportContents } from "../../../lib/domain/import_contents.ts";
import { Jobs } from "../../../lib/jobs/jobs.ts";
import {
  createImport,
  keepContents,
  keepFailure,
  moveImport,
  requireImport,
} from "../../../lib/store/imports.ts";
import { WebOffice } from "../../support/web_office.ts";
import { passingStore } from "../../support/passing_store.ts";

/** Notes what would be done. */
class ToDo extends Jobs {
  override look(): void {}
}

const CONTENTS: ImportContents = {
  ...{ format: "csv", encoding: "euc-kr", delimiter: ";", sheets: [], sheet: "" },
  ...{ headings: ["이름", "휴대폰"], rows: 2, sample: [["박가람", "010-2000-0001"]] },
  headingRows: { row: 3, rows: 1 },
  top: [
    { row: 1, cells: ["고객 명단"] },
    { row: 3, cells: ["이름", "휴대폰"] },
    { row: 4, cells: ["박가람", "010-2000-0001"] },
  ],
  remarks: [{ code: "letters_lost", count: 2, row: 12 }],
};

function officeWith(contents: ImportContents | null) {
  const jobs = new ToDo(passingStore(), "nowhere");
  const office = new WebOffice(undefined, { jobs });
  const id = createImport(office.store, "명단.csv", { by: null, at: 0 });
  if (contents !== null) keepContents(office.store, id, contents);
  return { office, id, chief: office.browser("super") };
}

const selected = (page: string) =>
  [...page.matchAll(/<option value="([^"]*)" selected>([^<]*)</g)].map(([, , text]) => text);

Deno.test("the page of an import says how its file was read, and what should be known of it", async () => {
  const { office, id, chief } = officeWith(CONTENTS);
  using _ = office;
  const page = await (await chief.get(`/imports/${id}`)).text();
  const facts = [...page.matchAll(/class="badge">([^<]*)</g)].map(([, fact]) => fact);
  deepEqual(facts, ["CSV", "EUC-KR (CP949)", "세미콜론(;)", "제목 3행", "2행"]);
  match(page, /깨진 글자가 있는 행이 2개입니다\(12행부터\)/);
  deepEqual(selected(page).slice(0, 3), ["자동: 세미콜론(;)", "자동: EUC-KR (CP949)", "한 줄"]);
  match(page, /<tr class="is_heading">\s*<th scope="row">.*?value="3"/s);
});

for (
  const [what, fields, headings] of [
    ["a row of headings", { heading_row: "4", heading_rows: "2" }, { row: 4, rows: 2 }],
    ["no headings in the row that was found", { heading_row: "", heading_rows: "0" }, {
      row: 3,
      rows: 0,
    }],
    ["the headings that were found", { heading_row: "", heading_rows: "1" }, null],
    ["a row that is none", { heading_row: "-4", heading_rows: "9" }, null],
  ] as const
) {
  Deno.test(`a file is read again with ${what}, when a person says so`, async () => {
    const { office, id, chief } = officeWith(CONTENTS);
    using _ = office;
    const answer = await chief.post(`/imports/${id}/reading`, {
      ...{ delimiter: "tab", encoding: "utf-8", hidden: "leave" },
      ...fields,
    });
    deepEqual([answer.status, answer.headers.get("location")], [303, `/imports/${id}`]);
    const { reading, contents } = requireImport(office.store, id);
    deepEqual(reading, {
      ...{ sheet: null, delimiter: "\t", encoding: "utf-8", leavesHidden: true },
      headings,
    });
    equal(contents, null);
  });
}

Deno.test("of a workbook its sheets are chosen, and rows that it hides; of a text neither", async () => {
  const { office, id, chief } = officeWith({
    ...CONTENTS,
    ...{ format: "xlsx", encoding: "", delimiter: "", sheet: "고객" },
    sheets: [{ name: "고객", hidden: false }, { name: "옛 고객", hidden: true }],
    remarks: [{ code: "hidden_rows", count: 3, row: 12 }],
  });
  using _ = office;
  const page = await (await chief.get(`/imports/${id}`)).text();
  match(page, /‘고객’ 시트만 읽었습니다\. 다른 시트: 옛 고객/);
  match(page, /<option value="옛 고객">옛 고객 \(숨김\)</);
  match(page, /name="hidden"/);
  doesNotMatch(page, /name="delimiter"|name="encoding"/);
});

Deno.test("a file that failed for how it was read can be read otherwise, and one that failed for good cannot", async () => {
  for (
    const [code, offered] of [["quote_open", true], ["encoding", true], [
      "file_gone",
      false,
    ]] as const
  ) {
    const { office, id, chief } = officeWith(null);
    using _ = office;
    keepFailure(office.store, id, { code, limit: 7 });
    moveImport(office.store, id, "draft", "failed", 1);
    const page = await (await chief.get(`/imports/${id}`)).text();
    equal(page.includes(`action="/imports/${id}/reading"`), offered, code);
    if (!offered) continue;
    const answer = await chief.post(`/imports/${id}/reading`, { encoding: "euc-kr" });
    equal(answer.status, 303);
    deepEqual(requireImport(office.store, id).reading, { ...AS_FOUND, encoding: "euc-kr" });
  }
});
