import assert from "node:assert/strict";
import { getExampleNumber } from "libphonenumber-js/max";
import examples from "libphonenumber-js/mobile/examples";
import { COUNTRIES, planOf } from "../../lib/domain/national_plan.ts";
import { KOREA } from "../../lib/domain/numbering.ts";
import { formatNumber, normalNumber, readNumber } from "../../lib/domain/phone_number.ts";
import { callerNumber, digitsOutside, numberToDial } from "../../lib/domain/dialled_number.ts";

Deno.test("in an office of any country its numbers are national, and those of others the same as everywhere", () => {
  for (const country of COUNTRIES) {
    const example = getExampleNumber(country as Parameters<typeof getExampleNumber>[0], examples);
    if (example === undefined || country === "KR") continue;
    const there = { ...KOREA, country };
    const normal = normalNumber(example.number, there);
    assert.match(normal ?? "none", /^\d{4,15}$/, country);
    assert.equal(normalNumber(normal!, there), normal, `${country}: ${normal}`);
    assert.equal(
      normalNumber(formatNumber(normal!, there), there),
      normal,
      `${country}: ${formatNumber(normal!, there)}`,
    );
    assert.equal(normalNumber(example.number), example.number, country);
    assert.equal(callerNumber(normal!, there).normal, normal, country);
    // A Korean number is a foreign one there, with whatever is dialled before it.
    const abroad = planOf(there).dialsAbroad;
    assert.equal(normalNumber(`${abroad} 82 10-1234-5678`, there), "+821012345678", country);
  }
});

Deno.test("what only Korea has is no number of an office elsewhere", () => {
  const there = { ...KOREA, country: "US" };
  for (const text of ["02-555-1234", "010-1234-5678", "01012345678", "1588-1234", "114"]) {
    assert.notEqual(readNumber(text, there).kind, "number", text);
  }
});

Deno.test("a Japanese and an American office read, write and dial their numbers", () => {
  const tokyo = { ...KOREA, country: "JP", areaCode: "03", outsideDigit: "0" };
  assert.equal(normalNumber("03-1234-5678", tokyo), "0312345678");
  assert.equal(normalNumber("+81 3-1234-5678", tokyo), "0312345678");
  assert.equal(formatNumber("0312345678", tokyo), "03-1234-5678");
  const local = readNumber("1234-5678", tokyo);
  assert.deepEqual(local.kind === "number" && [local.normal, local.completed], [
    "0312345678",
    "area_code",
  ]);
  assert.equal(normalNumber("1234-5678", { ...tokyo, areaCode: "" }), null);
  assert.equal(normalNumber("2023-03-15", tokyo), null);
  const seoul = numberToDial("+82 10-1234-5678", tokyo)!;
  assert.equal(digitsOutside(seoul, tokyo), "0010821012345678");

  const america = { ...KOREA, country: "US", areaCode: "415" };
  for (
    const typed of ["(415) 555-2671", "1-415-555-2671", "415.555.2671", "+14155552671", "555-2671"]
  ) {
    assert.equal(normalNumber(typed, america), "4155552671", typed);
  }
  assert.equal(formatNumber("4155552671", america), "(415) 555-2671");
  assert.equal(normalNumber("202", america), null);
});

Deno.test("a country that nobody knows is read as Korea", () => {
  assert.equal(normalNumber("010-1234-5678", { ...KOREA, country: "XX" }), "01012345678");
});
