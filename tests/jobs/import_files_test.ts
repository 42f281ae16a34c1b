import { deepEqual, equal, ok, rejects } from "node:assert/strict";
import { writeXlsxRows } from "../../lib/jobs/xlsx.ts";
import { requireImport } from "../../lib/store/imports.ts";
import { customersByNumber } from "../../lib/store/customer_match.ts";
import { ImportOffice } from "./import_office.ts";

const TEXT = "이름;휴대폰;비고\n김민수;010-1111-2222;뷁 한글\n";

/** 김민수 and so on in EUC-KR, and a letter (뷁) that only CP949 has. */
const EUC_KR = new Uint8Array([
  ...[0xc0, 0xcc, 0xb8, 0xa7, 0x2c, 0xc8, 0xde, 0xb4, 0xeb, 0xc6, 0xf9, 0x0a],
  ...[0xb1, 0xe8, 0xb9, 0xce, 0xbc, 0xf6, 0x94, 0xee, 0x2c],
  ...new TextEncoder().encode("010-1111-2222\n"),
]);

function utf16(text: string, big: boolean, mark: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * (text.length + (mark ? 1 : 0))));
  [...mark ? "\uFEFF" : "", ...text].forEach((letter, i) =>
    view.setUint16(2 * i, letter.charCodeAt(0), !big)
  );
  return new Uint8Array(view.buffer);
}

const ASCII = "name\tphone\nKim\t010-1111-2222\nLee\t010-1111-3333\n";

for (
  const [what, bytes, encoding, delimiter] of [
    ["UTF-8", new TextEncoder().encode(TEXT), "utf-8", ";"],
    ["UTF-8 with a mark", new TextEncoder().encode(`\uFEFF${TEXT}`), "utf-8", ";"],
    ["UTF-16, little end first", utf16(TEXT, false, true), "utf-16le", ";"],
    ["UTF-16, big end first", utf16(TEXT, true, true), "utf-16be", ";"],
    ["UTF-16 without a mark, tabs", utf16(ASCII, false, false), "utf-16le", "\t"],
    ["EUC-KR with letters of CP949", EUC_KR, "euc-kr", ","],
  ] as const
) {
  Deno.test(`a CSV file in ${what} is read as what it is`, async () => {
    await using office = await ImportOffice.open();
    const id = await office.upload(bytes);
    const { contents, choices } = requireImport(office.store, id);
    deepEqual([contents?.encoding, contents?.delimiter], [encoding, delimiter]);
    deepEqual(choices?.columns.slice(0, 2).map(({ field }) => field), ["name", "number"]);
    await office.write(id);
    equal(customersByNumber(office.store, "01011112222").length, 1);
  });
}

async function workbook(rows: (string | number | Date | null)[][]): Promise<Uint8Array> {
  const columns = rows[0]!.map((heading) => ({
    heading: String(heading),
    width: 10,
    kind: heading === "비고" ? "time" as const : "text" as const,
  }));
  const stream = writeXlsxRows("s", columns, rows.slice(1));
  return new Uint8Array(await new Response(stream as BodyInit).arrayBuffer());
}

Deno.test("a workbook is read: numbers without their zero, dates as dates, blank rows left out", async () => {
  await using office = await ImportOffice.open();
  const bytes = await workbook([
    ["성명", "연락처", "비고"],
    ["김민수", 1012345678, new Date("2026-11-21T00:00:00Z")],
    [null, null, null],
    ["이영희", "02-555-1234", "=1+1"],
  ]);
  const { contents, outcome } = await office.import(bytes);
  deepEqual([contents?.format, contents?.rows, outcome?.restored], ["xlsx", 2, 1]);
  equal(customersByNumber(office.store, "01012345678")[0]?.memo, "2026-11-21");
  equal(customersByNumber(office.store, "025551234")[0]?.memo, "=1+1");
});

Deno.test("a workbook that would inflate without measure is refused before it is inflated", async () => {
  await using office = await ImportOffice.open();
  const bytes = await workbook([["이름"], ["김민수"]]);
  // What the directory says of the sheet's size is what the reader would go by.
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < bytes.length - 4; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    view.setUint32(at + 24, 0xf0000000, true);
  }
  await rejects(() => office.upload(bytes), { name: "JobFailure", code: "inflates" });
});

Deno.test("a real bomb of zeros in a workbook costs neither memory nor time", async () => {
  await using office = await ImportOffice.open();
  const rows = Array.from({ length: 4000 }, () => ["0".repeat(20_000)]);
  const bytes = await workbook([["이름"], ...rows]);
  ok(bytes.length < 400_000);
  await rejects(() => office.upload(bytes), { name: "JobFailure", code: "inflates" });
});

for (
  const [what, content, code] of [
    ["an empty file", "", "no_rows"],
    ["headings alone", "이름,전화\n", "no_rows"],
    ["the beginning of an .xls", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), "broken_excel"],
    ["a picture", new Uint8Array(1000).map((_, i) => i * 7 % 9 + 1), "not_a_table"],
    ["half a workbook", new Uint8Array([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8]), "broken_excel"],
    ["one endless line", `이름,전화\n${"x".repeat(600_000)}`, "line_too_long"],
    ["a quote that never closes", '이름,전화\n"김,010-1111-2222\n', "quote_open"],
    ["letters of no encoding", new Uint8Array([0x61, 0x2c, 0xff, 0xff, 0x0a, 0x62]), "encoding"],
    ["a thousand columns", `${"a,".repeat(1000)}\n${"1,".repeat(1000)}1\n`, "too_many_columns"],
    ["no column that names anybody", "x,y\n1,2\n", "no_name_column"],
  ] as const
) {
  Deno.test(`${what} is refused with a reason, and nothing is stored`, async () => {
    await using office = await ImportOffice.open();
    await rejects(() => office.upload(content), { name: "JobFailure", code });
    const stored = office.store.get<{ failure: string }>("SELECT failure FROM imports");
    equal(JSON.parse(stored!.failure).code, code);
    equal(office.store.all("SELECT 1 FROM customers").length, 0);
  });
}
