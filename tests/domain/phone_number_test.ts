import assert from "node:assert/strict";
import fc from "fast-check";
import { formatNumber, isDialable, normalNumber } from "../../lib/domain/phone_number.ts";

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
  ["202", "202"],
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
  const alike = ["01012345678", "0212345678", "03112345678", "12345678", "2345678", "5678"];
  const normal = alike.map(normalNumber);
  assert.equal(new Set(normal).size, alike.length);
  assert.notEqual(normalNumber("1012345678"), normalNumber("01012345678"));
});

Deno.test("what is no telephone number has no normal form, and is shown as it is", () => {
  const texts = [
    ...["", " ", "P", "O", "C", "-", "+", "abc", "010-1234-567a", "010-1234-5678 김민수"],
    ...["010-1234-5678/010-2222-3333", "+1*2", "010+1234", "1".repeat(21), "0".repeat(100_000)],
  ];
  for (const text of texts) {
    assertNormal(null, text);
    assert.equal(formatNumber(text), text);
    assert.equal(isDialable(text), false);
  }
});

Deno.test("digits that follow no plan stay what they are", () => {
  for (const text of ["5551234", "99", "0", "00", "0082", "*98", "#31#01012345678", "01012345"]) {
    assertNormal(text, text);
    assert.equal(formatNumber(text), text);
  }
  assert.equal(formatNumber("555-1234"), "555-1234");
});

Deno.test("what can be dialled has three characters or more", () => {
  for (const text of ["112", "202", "010-1234-5678", "*98", "+1 415 555 2671"]) {
    assert.ok(isDialable(text), text);
  }
  for (const text of ["", "9", "99", "P"]) assert.equal(isDialable(text), false, text);
});

const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 120 }),
  fc.string({ unit: fc.constantFrom(..."0123456789+-() ~/#*x.내선"), maxLength: 30 }),
  fc.string({ unit: fc.constantFrom(..."0128"), maxLength: 16 }),
);

Deno.test("any text has a normal form of dialling characters, or none", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const normal = normalNumber(text);
      if (normal !== null) assert.match(normal, /^(?:\+[0-9]{1,20}|[0-9*#]{1,21})$/);
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
