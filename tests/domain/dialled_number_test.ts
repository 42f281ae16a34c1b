import assert from "node:assert/strict";
import {
  callerNumber,
  dialledNumber,
  digitsOutside,
  numberToDial,
} from "../../lib/domain/dialled_number.ts";
import { KOREA, type Numbering } from "../../lib/domain/numbering.ts";

const OFFICE: Numbering = {
  ...KOREA,
  areaCode: "02",
  outsideDigit: "9",
  featurePrefixes: ["*23#", "#31#"],
};

Deno.test("digits that were dialled are a number without the outside digit, a feature code and with the area code", () => {
  for (
    const [dialled, normal] of [
      ["01020000011", "01020000011"],
      ["901020000011", "01020000011"],
      ["*23#01020000011", "01020000011"],
      ["*23#901020000011", "01020000011"],
      ["9*23#01020000011", "01020000011"],
      ["#31#901020000011", "01020000011"],
      ["920000100", "0220000100"],
      ["9112", "112"],
      ["915881234", "15881234"],
      ["900114155552671", "+14155552671"],
    ] as const
  ) assert.equal(dialledNumber(dialled, OFFICE).normal, normal, dialled);
  assert.deepEqual(dialledNumber("20000100", OFFICE), { normal: "0220000100", completed: true });
  assert.equal(dialledNumber("901020000011", OFFICE).completed, false);
});

Deno.test("what may be two numbers, or is none, is compared as it was dialled", () => {
  // 02-9200-0100, or 9 and 02-200-0100.
  for (
    const dialled of ["92000100", "202", "9202", "9", "*98", "#4500", "1541", "*24#01020000011"]
  ) {
    assert.deepEqual(dialledNumber(dialled, OFFICE), { normal: dialled, completed: false });
  }
  assert.equal(dialledNumber("901020000011").normal, "901020000011");
});

Deno.test("a caller's digits are completed, and nothing is taken away from them", () => {
  assert.deepEqual(callerNumber("20000100", OFFICE), { normal: "0220000100", completed: true });
  for (const told of ["20000100", "901020000011", "1020000011", "202"]) {
    assert.equal(callerNumber(told).normal, told);
  }
  // +90 532 123 4567 is somebody in Turkey, and not 053-2123-4567.
  assert.equal(callerNumber("905321234567", OFFICE).normal, "905321234567");
  assert.equal(callerNumber("+821020000011", OFFICE).normal, "01020000011");
  assert.equal(callerNumber("0014155552671", OFFICE).normal, "+14155552671");
});

Deno.test("a number goes out with the outside digit once, with its area code, and with the code for abroad", () => {
  const out = (typed: string, office = OFFICE) => {
    const read = numberToDial(typed, office);
    return read === null ? null : read.isNumber ? digitsOutside(read, office) : read.digits;
  };
  for (
    const [typed, sent] of [
      ["010-2000-0011", "901020000011"],
      ["9-010-2000-0011", "901020000011"],
      ["9 01020000011", "901020000011"],
      ["901020000011", "901020000011"],
      ["*23#01020000011", "*23#901020000011"],
      ["555-1234", "9025551234"],
      ["010-2000-0011 김과장", "901020000011"],
      ["02-2000-0070(71)", "90220000070"],
      ["+1 415-555-2671", "900114155552671"],
      ["202", "202"],
      ["*98", "*98"],
      ["#21#", "#21#"],
    ] as const
  ) assert.equal(out(typed), sent, typed);
  assert.equal(
    out("+1 415-555-2671", { ...OFFICE, abroadPrefix: "00700", outsideDigit: "" }),
    "0070014155552671",
  );
  assert.equal(out("010-2000-0011", KOREA), "01020000011");
  for (
    const refused of ["", "9", "99", "P", "02-200-0007-8", "010-2000-001", "2-0-2", "1".repeat(25)]
  ) {
    assert.equal(numberToDial(refused, OFFICE), null, refused);
  }
  assert.equal(numberToDial("555-1234", OFFICE)?.completed, true);
  assert.equal(numberToDial("010-1234-5678/010-2222-3333", KOREA), null);
});
