import { deepEqual, equal } from "node:assert/strict";
import { shapeOf } from "../../../lib/jobs/import/formats/csv_shape.ts";

const found = (text: string) => {
  const { delimiter, backslashes, said } = shapeOf(text, true, null);
  return [delimiter, ...(backslashes ? ["backslashes"] : []), ...(said ? ["said"] : [])].join(" ");
};

for (
  const [what, text, shape] of [
    ["commas", "이름,휴대폰\n박,010-1\n", ","],
    [
      "semicolons, and values with commas",
      "이름;주소\n박;서울시, 강남구, 역삼동\n이;부산시, 중구, 남포동\n",
      ";",
    ],
    [
      "tabs, and values with commas",
      "이름\t주소\n박\t서울시, 강남구\n이\t부산시, 중구\n최\t대전시, 서구\n",
      "\t",
    ],
    ["bars", "이름|휴대폰|메모\n박|010-1|a, b\n", "|"],
    ["one column alone", "이름\n박가람\n이나래\n", ","],
    ["one column, and a value with a comma", "이름\n박, 가람\n이나래\n최다온\n", ","],
    [
      "titles above the list",
      "고객 명단; 2026년\n\n이름;휴대폰;회사\n박;010-1;가\n이;010-2;나\n",
      ";",
    ],
    ["delimiters in quotes", '이름,메모\n박,"a;b;c"\n이,"a;b;c"\n최,"a;b;c"\n', ","],
    ["a line that says it", "sep=;\r\n이름;휴대폰\r\n", "; said"],
    ["a quoted line that says it, behind a mark", '\uFEFF"sep=|"\n이름|휴대폰\n', "| said"],
    ["a line that says a tab", "sep=\t\n이름\t휴대폰\n", "\t said"],
    ["quotes behind backslashes", '이름,메모\n박,"그는 \\"네\\", 끝"\n', ", backslashes"],
    ["NULL as MySQL writes it", "이름\t메모\n박\t\\N\n이\ta\\tb\n", "\t backslashes"],
    ["paths of Windows", '이름,메모\n박,"C:\\new\\"\n이,C:\\temp\n', ","],
  ] as const
) {
  Deno.test(`a text file is understood that has ${what}`, () => equal(found(text), shape));
}

Deno.test("what a person says of the delimiter is done, and the line that says another is none", () => {
  deepEqual(shapeOf("sep=,\n이름;a,b\n", true, ";"), {
    delimiter: ";",
    backslashes: false,
    said: true,
  });
});
