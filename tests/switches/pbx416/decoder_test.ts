import assert from "node:assert/strict";
import { FrameDecoder } from "../../../lib/switches/pbx416/frames/decoder.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { bytesOf, concat, EXAMPLES, hexOf, lineOf, readAll } from "./wire_samples.ts";

const N = bytesOf("02 30 35 4E 31 32 30 30 03 4B");

function lines(hex: string, dialect = DIALECT_416): string[] {
  return readAll([bytesOf(hex)], dialect).map(lineOf);
}

for (const { hex, mi, data } of EXAMPLES) {
  Deno.test(`the example ${mi} ${data} is read from the bytes of the description`, () => {
    const [reading, ...more] = new FrameDecoder(DIALECT_416).push(bytesOf(hex), 1234);
    assert.deepEqual(reading, { kind: "frame", mi, data, bytes: bytesOf(hex), at: 1234 });
    assert.deepEqual(more, []);
  });
}

Deno.test("a frame that is complete by its length and fails its BCC is to be answered, at once", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  const readings = decoder.push(bytesOf("02 30 35 4E 31 32 30 30 03 4C"), 0);
  assert.deepEqual(readings.map(lineOf), [
    "nak: bad BCC 4C, expected 4B: 02 30 35 4E 31 32 30 30 03 4C",
  ]);
  assert.equal(decoder.pendingSince, null);
});

Deno.test("a frame without ETX where its length says is to be answered", () => {
  assert.deepEqual(lines("02 30 35 4E 31 32 30 30 41 4B"), [
    "nak: no ETX but 41: 02 30 35 4E 31 32 30 30 41 4B",
  ]);
});

Deno.test("a length that is no number, or out of range, is rejected without an answer", () => {
  assert.deepEqual(lines("02 41 35"), [
    "silent: bad length 41, expected 1 to 64 in ascii-dec: 02 41 35",
  ]);
  assert.deepEqual(lines("02 30 30 41"), [
    "silent: bad length 30 30, expected 1 to 64 in ascii-dec: 02 30 30 41",
  ]);
  assert.deepEqual(lines("02 36 35 41"), [
    "silent: bad length 36 35, expected 1 to 64 in ascii-dec: 02 36 35 41",
  ]);
});

Deno.test("a frame whose bytes stop is given up when the line is idle, and gets no answer", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  assert.deepEqual(decoder.push(N.subarray(0, 6), 5000), []);
  assert.equal(decoder.pendingSince, 5000);
  assert.equal(decoder.idleAt, 5100);
  const [reading] = decoder.idle();
  assert.equal(
    reading && lineOf(reading),
    "silent: cut off after 6 of 10 bytes: 02 30 35 4E 31 32",
  );
  assert.equal(reading?.at, 5000);
  assert.equal(decoder.pendingSince, null);
  assert.equal(decoder.idleAt, null);
});

Deno.test("idle is due so long after the last byte, not after the first", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  for (let i = 0; i < 5; i++) decoder.push(N.subarray(i, i + 1), 1000 + i * 80);
  assert.equal(decoder.pendingSince, 1000);
  assert.equal(decoder.idleAt, 1000 + 4 * 80 + 100);
});

Deno.test("a length that lies does not eat the good frame behind it", () => {
  assert.deepEqual(readAll([bytesOf("02 36 30"), N]).map(lineOf), [
    "silent: cut off after 13 of 65 bytes: 02 36 30",
    "frame N 1200",
  ]);
  // Long enough that the lie is complete within the second frame: both are found.
  assert.deepEqual(readAll([bytesOf("02 31 33 41"), N, N]).map(lineOf), [
    "nak: no ETX but 35: 02 31 33 41",
    "frame N 1200",
    "frame N 1200",
  ]);
});

Deno.test("what fails within a frame that has been answered is not answered again", () => {
  // The outer frame fails, and one within it that is complete and fails too.
  assert.deepEqual(lines("02 30 38 41 02 30 31 41 03 00 41 03 00"), [
    "nak: bad BCC 00, expected 4A: 02 30 38 41 02 30 31 41 03 00 41 03 00",
  ]);
});

Deno.test("control bytes within a good frame are data, and a BCC may be any of them", () => {
  for (const bcc of [0x02, 0x03, 0x06, 0x15]) {
    // One byte of DATA is chosen so that the XOR over LI, MI, DATA and ETX comes out as wanted.
    const data = 0x30 ^ 0x32 ^ 0x43 ^ 0x03 ^ bcc;
    const frame = Uint8Array.of(0x02, 0x30, 0x32, 0x43, data, 0x03, bcc);
    const read = readAll([concat(frame, frame)]);
    assert.deepEqual(read.map((reading) => reading.kind), ["frame", "frame"], hexOf(frame));
  }
  assert.deepEqual(lines("02 30 34 43 06 15 02 03 55"), ["frame C \x06\x15\x02"]);
});

Deno.test("ACK and NAK between frames are answers", () => {
  const read = readAll([concat(bytesOf("06"), N, bytesOf("15 06"))]);
  assert.deepEqual(read.map(lineOf), ["ack", "frame N 1200", "nak", "ack"]);
});

Deno.test("an ACK among the bytes of a frame that failed is no answer", () => {
  assert.deepEqual(lines("02 30 35 4E 31 32 30 30 03 06"), [
    "nak: bad BCC 06, expected 4B: 02 30 35 4E 31 32 30 30 03 06",
  ]);
});

Deno.test("a BCC is no ACK either when an STX within its frame is given up later", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  const failed = decoder.push(bytesOf("02 30 35 4E 02 32 30 30 03 06"), 0);
  assert.deepEqual(failed.map(lineOf), ["nak: bad BCC 06, expected 78: 02 30 35 4E"]);
  assert.deepEqual(decoder.idle().map(lineOf), [
    "silent: cut off after 6 of 25 bytes: 02 32 30 30 03 06",
  ]);
});

Deno.test("an ACK behind a stray STX is heard at once", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  assert.deepEqual(decoder.push(bytesOf("02 06"), 0).map(lineOf), [
    "silent: bad length 06, expected 1 to 64 in ascii-dec: 02",
    "ack",
  ]);
});

Deno.test("an ACK behind a frame that was cut off is heard when the line is idle", () => {
  assert.deepEqual(lines("02 30 35 4E 06"), [
    "silent: cut off after 5 of 10 bytes: 02 30 35 4E",
    "ack",
  ]);
});

Deno.test("a binary length that looks like an answer is none when the frame is cut off", () => {
  const dialect = { ...DIALECT_416, liCoding: "binary-be" as const };
  assert.deepEqual(lines("02 00 06 43 31", dialect), [
    "silent: cut off after 5 of 11 bytes: 02 00 06 43 31",
  ]);
});

Deno.test("a lone STX that was given up hides no answer that comes later", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  decoder.push(bytesOf("02"), 0);
  assert.deepEqual(decoder.idle().map(lineOf), ["silent: cut off after 1 bytes: 02"]);
  assert.deepEqual(decoder.push(bytesOf("06"), 500).map(lineOf), ["ack"]);
});

Deno.test("contiguous stray bytes are one rejection, with the time of the first", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  for (let i = 0; i < 5; i++) assert.deepEqual(decoder.push(Uint8Array.of(0x40 + i), 10 + i), []);
  const [stray, frame] = decoder.push(N, 20);
  assert.equal(stray && lineOf(stray), "silent: stray bytes: 40 41 42 43 44");
  assert.equal(stray?.at, 10);
  assert.equal(frame?.kind, "frame");
  assert.equal(frame?.at, 20);
});

Deno.test("stray bytes without end are told in pieces of 256", () => {
  const read = readAll([new Uint8Array(10_000).fill(0x41)]);
  const sizes = read.map((reading) => reading.kind === "rejected" ? reading.bytes.length : 0);
  assert.deepEqual(sizes, [...Array(39).fill(256), 16]);
});

Deno.test("a line that closes gives up what is held, and the next one starts afresh", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  decoder.push(concat(bytesOf("41"), N.subarray(0, 4)), 7);
  assert.deepEqual(decoder.reset().map(lineOf), [
    "silent: stray bytes: 41",
    "silent: line closed within a frame: 02 30 35 4E",
  ]);
  assert.equal(decoder.pendingSince, null);
  assert.deepEqual(decoder.reset(), []);
  assert.deepEqual(decoder.push(N, 8).map(lineOf), ["frame N 1200"]);
});

Deno.test("a reading keeps its bytes when the decoder goes on", () => {
  const decoder = new FrameDecoder(DIALECT_416);
  const input = N.slice();
  const [reading] = decoder.push(input, 0);
  input.fill(0);
  decoder.push(new Uint8Array(5000).fill(0x41), 0);
  assert.equal(reading?.kind === "frame" && hexOf(reading.bytes), hexOf(N));
});

Deno.test("a hostile line is told in full, and in fewer pieces than it has bytes", () => {
  const hostile = [
    new Uint8Array(65_536).fill(0x02),
    // At every third byte a frame of the greatest length that fails only at its end.
    Uint8Array.from({ length: 65_536 }, (_, i) => [0x02, 0x36, 0x34][i % 3] ?? 0),
    Uint8Array.from({ length: 65_536 }, (_, i) => [0x02, 0x30, 0x31, 0x41, 0x03][i % 5] ?? 0),
  ];
  for (const bytes of hostile) {
    const read = readAll([bytes]);
    assert.ok(read.length <= bytes.length / 3);
    const told = read.reduce((sum, r) => sum + (r.kind === "rejected" ? r.bytes.length : 0), 0);
    assert.equal(told, bytes.length);
  }
});
