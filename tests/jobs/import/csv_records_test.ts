import { deepEqual, equal, throws } from "node:assert/strict";
import fc from "fast-check";
import { stringify } from "csv-stringify/sync";
import { type CsvRecord, CsvRecords } from "../../../lib/jobs/import/formats/csv_records.ts";

function records(text: string, delimiter = ",", backslashes = false, cut = text.length) {
  const reader = new CsvRecords({ delimiter, backslashes });
  return [...reader.push(text.slice(0, cut)), ...reader.push(text.slice(cut)), ...reader.end()];
}

const cellsOf = (all: CsvRecord[]) => all.map(({ cells }) => cells);

Deno.test("rows end with CRLF, LF or CR, each as it comes, wherever the text is cut", () => {
  const text = '이름,메모\r\n박,"첫\r\n둘"\n이,b\r최,"c\rd"\r\n\r\n\n한,\n';
  const expected = [["이름", "메모"], ["박", "첫\r\n둘"], ["이", "b"], ["최", "c\rd"], ["한", ""]];
  for (let cut = 0; cut <= text.length; cut++) {
    const all = records(text, ",", false, cut);
    deepEqual(cellsOf(all), expected);
    deepEqual(all.map(({ line }) => line), [1, 2, 4, 5, 9]);
  }
});

Deno.test("whatever a spreadsheet writes is read as it was", () => {
  const cell = fc.string({
    unit: fc.constantFrom("가", "a", '"', ",", ";", "\n", " ", "'", "1", "|", "\t"),
    maxLength: 6,
  });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { minLength: 1 });
  fc.assert(fc.property(
    ...[rows, fc.constantFrom(",", ";", "\t", "|"), fc.constantFrom("\n", "\r\n"), fc.nat(40)],
    (table, delimiter, end, cut) => {
      const text = stringify(table, { delimiter, record_delimiter: end, quoted: true });
      const all = records(text, delimiter, false, Math.min(cut, text.length));
      deepEqual(cellsOf(all), table);
      equal(all.some(({ odd }) => odd), false);
    },
  ));
});

Deno.test("a quote inside a value is a letter of it, and the row is marked", () => {
  deepEqual(records('"그는 "네"라고, 했다",1\n5" 모니터,2\n"홍길동" 님,"3"\n'), [
    { line: 1, cells: ['그는 "네"라고, 했다', "1"], odd: true, escaped: false },
    { line: 2, cells: ['5" 모니터', "2"], odd: false, escaped: false },
    { line: 3, cells: ["홍길동 님", "3"], odd: true, escaped: false },
  ]);
});

Deno.test("blanks around a quoted value are none of it", () => {
  deepEqual(cellsOf(records('"박" , "a, b"\t,\t"c"\n')), [["박", "a, b", "c"]]);
});

Deno.test("backslashes stand for what MySQL means by them", () => {
  const text = '박,"그는 \\"네\\", 끝",\\N,a\\tb\\\\c\n이,"한\\n둘",x\\\ny,\\N\n';
  deepEqual(cellsOf(records(text, ",", true)), [
    ["박", '그는 "네", 끝', "", "a\tb\\c"],
    ["이", "한\n둘", "x\ny", ""],
  ]);
});

Deno.test("a line break behind a backslash is the cell's, whichever it is, and counts as a line of the file", () => {
  for (const end of ["\n", "\r\n", "\r"]) {
    const text = `박,x\\${end}y${end}이,"x\\${end}y"${end}최,z${end}`;
    for (let cut = 0; cut <= text.length; cut++) {
      const all = records(text, ",", true, cut);
      deepEqual(cellsOf(all), [["박", `x${end}y`], ["이", `x${end}y`], ["최", "z"]]);
      deepEqual(all.map(({ line }) => line), [1, 3, 5], JSON.stringify(end));
    }
  }
});

Deno.test("a quote behind a backslash is a letter also in a file that is not known to have them", () => {
  deepEqual(records('박,"그는 \\"네\\", 끝","C:\\폴더\\"\n'), [
    { line: 1, cells: ["박", '그는 "네", 끝', "C:\\폴더\\"], odd: false, escaped: true },
  ]);
});

for (
  const [what, text, line] of [
    ["at the end of the file", '이름,메모\n박,"a\n이,b\n', 2],
    ["in a row of several lines", '이름,메모,집\n박,"a\nb","c\n', 3],
    ["where a later line begins a quoted value", '이름,메모\n박,a\n"이,b\n"최","c"\n', 3],
  ] as const
) {
  Deno.test(`a quote that stays open is told with its line ${what}`, () => {
    throws(() => records(text), { name: "JobFailure", code: "quote_open", limit: line });
  });
}

Deno.test("marks of files that were joined, and zeros that fill a field up, are no letters", () => {
  deepEqual(cellsOf(records('\uFEFF\uFEFF"이름",메모\n\uFEFF박\0\0,\0\n')), [
    ["이름", "메모"],
    ["박", ""],
  ]);
});
