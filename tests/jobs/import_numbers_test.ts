import { deepEqual, equal } from "node:assert/strict";
import { KOREA } from "../../lib/domain/numbering.ts";
import { customersByIds } from "../../lib/store/customers.ts";
import { insertImported, newCustomerOf } from "../../lib/store/import_batch.ts";
import { numberingOf, setNumbering } from "../../lib/store/numbering.ts";
import { indexWords } from "../../lib/store/search_batch.ts";
import { NOW } from "../store/fixtures.ts";
import { ImportOffice } from "./import_office.ts";

/** Everybody who is there, with what their numbers are compared by. */
function everybody({ store }: ImportOffice): Record<string, string[]> {
  const ids = store.all<{ id: number }>("SELECT id FROM customers ORDER BY id").map(({ id }) => id);
  const all = [...customersByIds(store, ids).values()].toSorted((one, other) => one.id - other.id);
  return Object.fromEntries(
    all.map(({ name, numbers }) => [name, numbers.map((one) => one.normal)]),
  );
}

const csv = (text: string) => new TextEncoder().encode(text);

Deno.test("annotated, protected and float numbers of a file are read, and lines that may be another number refused", async () => {
  await using office = await ImportOffice.open();
  const { outcome } = await office.import(csv(
    `이름,연락처
박가람,010-2000-0001(본인)
이나래,010-2000-0011 / 02-2000-0012
최다온,010-2000-0021(본인)/010-2000-0022(배우자)
정라온,02-2000-003·4
강마루,"02-2000-0040, 41"
조바다,"010-2000-0051 010-2000-0052"
윤사랑,02-2000-0060~1
임아라,02-2000-0070(71)
한자람,없음
오차밀,010-2000-0091(내선없음)
가둘,1020000101.0
나둘,"=""01020000111"""
다둘,'01020000121
라둘,220000100.0
마둘,02-200-0003·4
바둘,02-200-0005.6
사둘,02-200-0007-8
아둘,02-200-0008 (9)
자둘,031-200-0003·4
`,
  ));
  deepEqual(everybody(office), {
    박가람: ["01020000001"],
    이나래: ["01020000011", "0220000012"],
    // The spouse's stands in the customer's own cell.
    최다온: ["01020000021", "01020000022"],
    강마루: ["0220000040"],
    조바다: ["01020000051", "01020000052"],
    윤사랑: ["0220000060"],
    임아라: ["0220000070"],
    한자람: [],
    오차밀: ["01020000091"],
    가둘: ["01020000101"],
    나둘: ["01020000111"],
    다둘: ["01020000121"],
    라둘: ["0220000100"],
    아둘: ["022000008"],
  });
  deepEqual([outcome?.refused, outcome?.restored, outcome?.completed], [5, 2, 0]);
});

Deno.test("numbers without an area code are completed by the office's, and the report counts them", async () => {
  await using office = await ImportOffice.open();
  setNumbering(office.store, { ...KOREA, areaCode: "02" });
  const { outcome } = await office.import(
    csv("이름,전화\n박가람,2000-0100\n이나래,555-1234\n최다온,031-555-1234\n정라온,25551234\n"),
  );
  deepEqual(everybody(office), {
    박가람: ["0220000100"],
    이나래: ["025551234"],
    최다온: ["0315551234"],
  });
  // 02-2555-1234, or 02-555-1234 without its zero.
  deepEqual([outcome?.refused, outcome?.completed], [1, 2]);
  deepEqual(outcome?.preview[0]?.completed, [1]);
  equal(numberingOf(office.store).areaCode, "02");
});

Deno.test("an import that goes on while the office says otherwise how numbers are read stores them as they are read then", async () => {
  await using office = await ImportOffice.open();
  const { store } = office;
  const id = await office.upload(csv("이름,전화\n박가람,555-1234\n"));
  const numbers = ["555-1234", "02-555-1234"].map((number) => ({
    number,
    normal: number,
    label: "",
  }));
  const planned = newCustomerOf({ texts: { name: "박가람" }, numbers, custom: [] });
  setNumbering(store, { ...KOREA, areaCode: "02" });
  store.transaction(() => {
    const first = insertImported(store, id, [planned], { by: null, at: NOW });
    indexWords(store, first, [planned.entry]);
  });
  deepEqual(
    store.all<{ normal: string }>("SELECT normal FROM customer_numbers ORDER BY position")
      .map(({ normal }) => normal),
    ["025551234", "?1 02-555-1234"],
  );
});
