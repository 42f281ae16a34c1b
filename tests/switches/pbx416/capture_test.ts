import assert from "node:assert/strict";
import { bytesOfCapture } from "../../../lib/switches/pbx416/frames/capture.ts";

const FRAME = [0x02, 0x30, 0x33, 0x43, 0x31, 0x50, 0x03, 0x22];

function bytesOf(text: string): number[] {
  return [...bytesOfCapture(new TextEncoder().encode(text))];
}

Deno.test("captured bytes are taken as they are", () => {
  assert.deepEqual([...bytesOfCapture(Uint8Array.from(FRAME))], FRAME);
});

Deno.test("hex numbers with a comment are the bytes that they name", () => {
  assert.deepEqual(bytesOf("# a call\n\n  02 30 33 43 31 50 03 22   C, trunk 1\n"), FRAME);
});

Deno.test("what xxd, xxd -p and hexdump -C write is read back", () => {
  const dumps = [
    '00000000: 0230 3343 3150 0322                      .03C1P."\n',
    "0230334331500322\n",
    '00000000  02 30 33 43 31 50 03 22                           |.03C1P."|\n00000008\n',
  ];
  for (const dump of dumps) assert.deepEqual(bytesOf(dump), FRAME, dump);
});

Deno.test("letters that look like hex behind a dump are no bytes", () => {
  assert.deepEqual(bytesOf("0000: 6162  ab\n"), [0x61, 0x62]);
});

Deno.test("a text without numbers is bytes all the same", () => {
  assert.deepEqual(bytesOf("RING\r\n"), [...new TextEncoder().encode("RING\r\n")]);
});

Deno.test("an empty file holds nothing", () => {
  assert.deepEqual(bytesOf(""), []);
});
