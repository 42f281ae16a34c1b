import assert from "node:assert/strict";
import { LI_CODINGS } from "../../../lib/switches/pbx416/dialect/dialect_shape.ts";
import { canBeginLi, decodeLi, encodeLi } from "../../../lib/switches/pbx416/frames/li.ts";

Deno.test("a length is written the way each coding says", () => {
  assert.deepEqual(encodeLi("ascii-dec", 12), [0x31, 0x32]);
  assert.deepEqual(encodeLi("ascii-hex", 12), [0x30, 0x43]);
  assert.deepEqual(encodeLi("binary-be", 12), [0x00, 0x0c]);
  assert.deepEqual(encodeLi("binary-le", 12), [0x0c, 0x00]);
});

Deno.test("every coding reads the lengths that it writes", () => {
  for (const coding of LI_CODINGS) {
    for (let length = 0; length < 100; length++) {
      assert.equal(decodeLi(coding, ...encodeLi(coding, length)), length, coding);
    }
  }
});

Deno.test("hex digits are read in either case", () => {
  assert.equal(decodeLi("ascii-hex", 0x31, 0x61), 0x1a);
  assert.equal(decodeLi("ascii-hex", 0x31, 0x41), 0x1a);
});

Deno.test("bytes that are no digits of the coding are no length", () => {
  for (const byte of [0x00, 0x02, 0x20, 0x2f, 0x3a, 0x41, 0x2b, 0xb1]) {
    assert.equal(decodeLi("ascii-dec", 0x31, byte), -1);
    assert.equal(decodeLi("ascii-dec", byte, 0x31), -1);
  }
  for (const byte of [0x2f, 0x3a, 0x40, 0x47, 0x60, 0x67, 0xe1]) {
    assert.equal(decodeLi("ascii-hex", 0x31, byte), -1);
  }
});

Deno.test("a first byte is refused exactly where no second one makes a length in range", () => {
  for (const coding of LI_CODINGS) {
    for (const maxLength of [1, 9, 10, 64, 99]) {
      for (let first = 0; first < 256; first++) {
        let some = false;
        for (let second = 0; second < 256; second++) {
          const length = decodeLi(coding, first, second);
          some ||= length >= 0 && length <= maxLength;
        }
        const told = canBeginLi(coding, first, maxLength);
        assert.equal(told, some, `${coding} ${maxLength} ${first}`);
      }
    }
  }
});

Deno.test("a length that two bytes cannot say is a RangeError", () => {
  const expected = {
    name: "RangeError",
    message: "A length of 100 cannot be written in ascii-dec.",
  };
  assert.throws(() => encodeLi("ascii-dec", 100), expected);
  assert.throws(() => encodeLi("ascii-hex", 256), RangeError);
  assert.throws(() => encodeLi("binary-be", -1), RangeError);
  assert.throws(() => encodeLi("binary-le", 1.5), RangeError);
});
