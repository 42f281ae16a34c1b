import assert from "node:assert/strict";
import fc from "fast-check";
import { formatNumber, normalNumber, readCell, readNumber } from "../../lib/domain/phone_number.ts";
import { KOREA } from "../../lib/domain/numbering.ts";

function assertNormal(normal: string | null, ...texts: string[]): void {
  for (const text of texts) assert.equal(normalNumber(text), normal, JSON.stringify(text));
}

Deno.test("a mobile number is the same in every form in which people write it", () => {
  assertNormal(
    "01012345678",
    ...["01012345678", "010-1234-5678", "010 1234 5678", "010.1234.5678", "010/1234/5678"],
    ...["(010)1234-5678", " 010-1234-5678 ", "010\u00a01234\u00a05678", "tel:010-1234-5678"],
    ...[
      "010–1234–5678",
      "010‑1234‑5678",
      "010ㅡ1234ㅡ5678",
      "０１０－１２３４－５６７８",
      "010·1234·5678",
    ],
    ...["\u202a010-1234-5678\u202c", "010-1234-5678\u200b", "\ufeff010-1234-5678"],
  );
});

Deno.test("a Korean number written for abroad is the number within the country", () => {
  assertNormal(
    "01012345678",
    ...["+82 10-1234-5678", "+82-010-1234-5678", "+82 (0)10 1234 5678", "(+82) 10-1234-5678"],
    ...[
      "0082 10 1234 5678",
      "00821012345678",
      "82-10-1234-5678",
      "821012345678",
      "001821012345678",
    ],
    ...["00700-82-10-1234-5678", "＋82 10 1234 5678", "+010 1234 5678"],
  );
  assertNormal("021234567", "+82 2 123 4567", "0082-2-123-4567", "82-2-123-4567");
  assertNormal("15881234", "+82 1588-1234", "0082 1588 1234");
  assertNormal("0161234567", "+82 16-123-4567");
  assertNormal("112", "+82 112");
});

const FORMS = [
  ["01012345678", "010-1234-5678"],
  ["0111234567", "011-123-4567"],
  ["021234567", "02-123-4567"],
  ["0212345678", "02-1234-5678"],
  ["0311234567", "031-123-4567"],
  ["06412345678", "064-1234-5678"],
  ["07012345678", "070-1234-5678"],
  ["05051234567", "0505-123-4567"],
  ["050712345678", "0507-1234-5678"],
  ["03031234567", "0303-123-4567"],
  ["0801234567", "080-123-4567"],
  ["0601234567", "060-123-4567"],
  ["15881234", "1588-1234"],
  ["16701234", "1670-1234"],
  ["18991234", "1899-1234"],
  ["112", "112"],
  ["1330", "1330"],
  ["02120", "02-120"],
  ["0311330", "031-1330"],
  ["+14155552671", "+1 415 555 2671"],
  ["+442079460958", "+44 20 7946 0958"],
] as const;

Deno.test("every form of Korean numbers, and foreign ones, are written as people write them", () => {
  for (const [normal, written] of FORMS) {
    assert.equal(formatNumber(normal), written);
    assert.equal(formatNumber(written), written);
    assertNormal(normal, normal, written);
  }
});

Deno.test("a foreign number is E.164, with whichever access code it came", () => {
  assertNormal(
    "+14155552671",
    ...["+1 415-555-2671", "+1 (415) 555-2671", "001-1-415-555-2671", "00114155552671"],
    ...["008 1 415 555 2671", "00700 1 415 555 2671"],
  );
  assertNormal("+442079460958", "+44 (0)20 7946 0958", "+44 020 7946 0958", "0044 20 7946 0958");
  // The zero belongs to an Italian number.
  assertNormal("+390669821234", "+39 06 6982 1234");
});

Deno.test("an extension behind a number makes no difference, and is shown as it was typed", () => {
  assertNormal(
    "021234567",
    ...["02-123-4567 내선 12", "02-123-4567(내선12)", "02-123-4567 교환 0", "02-123-4567 ext. 12"],
    ...["02-123-4567x12", "021234567#12", "tel:02-123-4567;ext=12", "02-123-4567 구내:301"],
  );
  assert.equal(formatNumber("021234567 내선 12"), "02-123-4567 내선 12");
  assert.equal(formatNumber("02 123 4567(내선12)"), "02-123-4567 (내선12)");
});

Deno.test("lines in a row are called by the first", () => {
  assertNormal("0212345678", "02-1234-5678~9", "02-1234-5678/9", "02-1234-5678 ~ 80");
  assert.equal(formatNumber("0212345678~9"), "02-1234-5678~9");
});

Deno.test("different numbers stay different, however many last digits they share", () => {
  const alike = ["01012345678", "0212345678", "03112345678", "22345678", "2345678"];
  const normal = alike.map((text) => normalNumber(text));
  assert.equal(new Set(normal).size, alike.length);
  assertNormal(null, "1012345678", "5678", "12345678");
});

function assertDoubt(why: string, ...texts: string[]): void {
  for (const text of texts) {
    const read = readNumber(text);
    assert.equal(read.kind === "number" ? read.normal : read.why, why, JSON.stringify(text));
    assert.equal(formatNumber(text), text);
  }
}

Deno.test("what is no telephone number has no normal form, says why, and is shown as it is", () => {
  assertDoubt("blank", "", " ", "-", "없음", "(없음)", "N/A", "0", "000-0000-0000", "・");
  assertDoubt(
    "letters",
    "P",
    "+",
    "abc",
    "010-1234-567a",
    "a010-1234-5678",
    "+1*2",
    "010+1234",
    "②02-123-4567",
  );
  assertDoubt(
    "letters",
    "02-123-4567²",
    "010-1234-5678/010-2222-3333",
    "0".repeat(100_000),
    "회사-02-123-4567",
  );
  assertDoubt(
    "digits",
    "1012345678",
    "202",
    "99",
    "0082",
    "01012345",
    "110-123-456789",
    "1".repeat(20),
  );
  assertDoubt("date", "2023-03-15", "2023.3.15", "2023. 3. 15.", "20230315", "2023-03-15 10:00:00");
  assertDoubt("resident_number", "820311-2345678", "8203112345678", "800101-1234567");
  assertDoubt("business_number", "123-45-67890", "031-23-45678");
  assertDoubt("scientific", "1.02E+10", "1,02e10");
});

Deno.test("signs that stand where they do in no number make it none, never another", () => {
  assertDoubt(
    "groups",
    "02-200-0003·4",
    "02-200-0005.6",
    "02-200-0007-8",
    "031-200-0003·4",
    "02-2000-003·4",
  );
  assertDoubt(
    "groups",
    "010-12-345678",
    "010-123-45678",
    "010 12 34 56 78",
    "+82 2 200 0003-4",
    "02-200-0003ㆍ4",
  );
  assertDoubt("groups", "+49-30-123456-78");
  // The French write pairs with blanks between them.
  assertNormal("+33123456789", "+33 1 23 45 67 89");
});

Deno.test("what stands around a number is kept beside it", () => {
  for (
    const [typed, before, normal, suffix] of [
      ["010-1234-5678 김과장", "", "01012345678", " 김과장"],
      ["010-1234-5678김과장", "", "01012345678", " 김과장"],
      ["김민수 010-1234-5678", "김민수 ", "01012345678", ""],
      ["(휴)010-1234-5678", "(휴)", "01012345678", ""],
      ["FAX: 02-123-4567 (경리부)", "FAX: ", "021234567", " (경리부)"],
      ["02-2000-0070(71)", "", "0220000070", " (71)"],
      ["02-200-0008 (9)", "", "022000008", " (9)"],
      ["02-2000-0040, 41", "", "0220000040", ", 41"],
      ["02-555-1234/5678", "", "025551234", "/5678"],
      ["팩스:02-123-4567(대표) 내선 12", "팩스:", "021234567", " (대표) 내선 12"],
      ["직통)031-555-1234", "직통)", "0315551234", ""],
    ] as const
  ) {
    const read = readNumber(typed);
    assert.equal(read.kind, "number", typed);
    if (read.kind !== "number") continue;
    const { completed } = read;
    assert.deepEqual([read.before, read.normal, read.suffix, completed], [
      before,
      normal,
      suffix,
      null,
    ]);
    assertNormal(normal, typed, formatNumber(typed));
  }
});

Deno.test("a number without its area code is completed where the office has said it, and is said to be", () => {
  const seoul = { ...KOREA, areaCode: "02" };
  for (const typed of ["555-1234", "5551234", "TEL 555-1234", "555-1234 (대표)", "555-1234~6"]) {
    assertNormal("5551234", typed);
    const read = readNumber(typed, seoul);
    assert.equal(read.kind === "number" && read.normal, "025551234", typed);
    assert.equal(read.kind === "number" && read.completed, "area_code", typed);
  }
  assert.equal(formatNumber("555-1234", seoul), "555-1234");
  assert.equal(normalNumber("2000-0100", { ...KOREA, areaCode: "031" }), "03120000100");
  for (const whole of ["010-1234-5678", "1588-1234", "114", "031-555-1234"]) {
    assert.equal(normalNumber(whole, seoul), normalNumber(whole), whole);
  }
  // Beside words it may be anything, and a code in brackets behind it may be its own.
  for (const unsure of ["555-1234 김과장", "555-1234 (031)", "주문 2000100"]) {
    assert.equal(normalNumber(unsure, seoul), null, unsure);
  }
});

Deno.test("a cell gets the zero back that a spreadsheet ate, unless an area code may be missing instead", () => {
  for (
    const [cell, normal] of [["1012345678", "01012345678"], ["212345678.0", "0212345678"]] as const
  ) {
    const read = readCell(cell);
    assert.deepEqual(
      read.kind === "number" && [read.normal, read.completed],
      [normal, "zero"],
      cell,
    );
  }
  for (
    const [cell, normal] of [["15881234", "15881234"], ["15881234.0", "15881234"], [
      "010-1234-5678",
      "01012345678",
    ]] as const
  ) {
    const read = readCell(cell);
    assert.deepEqual(read.kind === "number" && [read.normal, read.completed], [normal, null], cell);
  }
  // 02-555-1234 without its zero, or 2555-1234 of an area that nobody names.
  for (const areaCode of ["", "031"]) {
    assert.deepEqual(readCell("25551234", { ...KOREA, areaCode }), {
      kind: "unsure",
      why: "zero_or_area_code",
    });
  }
  assert.equal(readCell("12345678901234.0").kind, "none");
});

Deno.test("an address of a telephone says its number, or that it is one of elsewhere", () => {
  assertNormal(
    "01012345678",
    "tel:+82-10-1234-5678",
    "sip:01012345678@pbx;user=phone",
    "sips:01012345678:pw@pbx",
  );
  assertNormal(
    "021234567",
    "tel:02-123-4567;ext=12",
    "callto://021234567",
    "tel:02-123-4567;isub=1",
  );
  assertDoubt("letters", "tel:03-1234-5678;phone-context=+81", "sip:kim@pbx");
});

Deno.test("a nation-wide number is the same with an area code before it", () => {
  assertNormal("15881234", "02-1588-1234", "0311588-1234", "+82 2 1588 1234");
  assert.equal(formatNumber("02-1588-1234"), "1588-1234");
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(..."0123456789+-() ~/#*x.내선"), maxLength: 30 }),
  fc.array(fc.constantFrom("(0)", "+", "82", "00", "010", "-", " ", "(", "1234")).map((all) =>
    all.join("")
  ),
  fc.string({ unit: fc.constantFrom(..."0128"), maxLength: 16 }),
);

Deno.test("any text has a normal form of dialling characters, or none", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const normal = normalNumber(text);
      if (normal !== null) assert.match(normal, /^(?:\+[1-9][0-9]{5,16}|[0-9]{3,12})$/);
      assert.equal(typeof formatNumber(text), "string");
    }),
    { numRuns: 5000 },
  );
});

Deno.test("a normal form is its own normal form, and the way it is written leads back to it", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const normal = normalNumber(text);
      if (normal === null) return;
      assert.equal(normalNumber(normal), normal);
      assert.equal(normalNumber(formatNumber(normal)), normal);
      assert.equal(normalNumber(formatNumber(text)), normal);
    }),
    { numRuns: 5000 },
  );
});

Deno.test("among words a foreign number is read, and one without an area code is not", () => {
  const read = readNumber("존 +1 415-555-2671");
  assert.equal(read.kind === "number" && read.normal, "+14155552671");
  assert.equal(read.kind === "number" && read.completed, null);
  assert.deepEqual(readNumber("김민수 555-1234"), { kind: "unsure", why: "area_code" });
  const local = readNumber("555-1234");
  assert.equal(local.kind === "number" && local.completed, null);
});

Deno.test("a zero in brackets and nothing else is no number", () => {
  for (const text of ["+(0)", "((0)", "82(0)", "00(0)", "+ (0) ()", "(0) "]) {
    assert.equal(normalNumber(text), null, text);
    assert.equal(formatNumber(text), text);
  }
});
