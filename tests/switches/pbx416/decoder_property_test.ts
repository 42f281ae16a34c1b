import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeFrame } from "../../../lib/switches/pbx416/frames/encode.ts";
import {
  ALL_DIALECTS,
  anyBytes,
  anyDialect,
  anyMessage,
  concat,
  hexOf,
  lineOf,
  readAll,
} from "./wire_samples.ts";
import type { Reading } from "../../../lib/switches/pbx416/frames/reading.ts";

function bytesTold(reading: Reading): Uint8Array {
  if (reading.kind !== "control") return reading.bytes;
  return Uint8Array.of(reading.control === "ack" ? 0x06 : 0x15);
}

Deno.test("no bytes throw, and every byte is told exactly once, in order", () => {
  fc.assert(
    fc.property(anyDialect, anyBytes, (dialect, bytes) => {
      const told = concat(...readAll([bytes], dialect).map(bytesTold));
      assert.equal(hexOf(told), hexOf(bytes));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("the readings do not depend on where the bytes are cut", () => {
  const garbledFrames = fc.tuple(
    anyDialect,
    fc.array(fc.tuple(anyMessage, anyBytes), { maxLength: 4 }),
  )
    .map(([dialect, parts]) => ({
      dialect,
      bytes: concat(...parts.flatMap(([{ mi, data }, noise]) => [
        noise.subarray(0, 40),
        encodeFrame(dialect, mi, data),
      ])),
    }));
  fc.assert(
    fc.property(garbledFrames, fc.array(fc.integer({ min: 1, max: 50 })), (line, cuts) => {
      const { dialect, bytes } = line;
      const whole = readAll([bytes], dialect).map(lineOf);
      const single = readAll([...bytes].map((byte) => Uint8Array.of(byte)), dialect).map(lineOf);
      assert.deepEqual(single, whole);
      const pieces: Uint8Array[] = [];
      let from = 0;
      for (const cut of cuts) pieces.push(bytes.subarray(from, from += cut));
      assert.deepEqual(readAll([...pieces, bytes.subarray(from)], dialect).map(lineOf), whole);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("a frame that is cut in two at any byte is the same frame", () => {
  for (const dialect of ALL_DIALECTS) {
    const frame = encodeFrame(dialect, "c", "120201012345678");
    for (let cut = 0; cut <= frame.length; cut++) {
      const read = readAll([frame.subarray(0, cut), frame.subarray(cut)], dialect);
      assert.deepEqual(read.map(lineOf), ["frame c 120201012345678"], `${dialect.name} at ${cut}`);
    }
  }
});

Deno.test("every dialect reads what it writes", () => {
  fc.assert(
    fc.property(anyDialect, fc.array(anyMessage, { maxLength: 5 }), (dialect, messages) => {
      const line = concat(...messages.map(({ mi, data }) => encodeFrame(dialect, mi, data)));
      const expected = messages.map(({ mi, data }) => `frame ${mi} ${data}`);
      assert.deepEqual(readAll([line], dialect).map(lineOf), expected);
    }),
    { numRuns: 1000 },
  );
});

Deno.test("a good frame behind any garbage is found, unless the garbage is a good frame with it", () => {
  fc.assert(
    fc.property(anyDialect, anyBytes, anyMessage, (dialect, garbage, { mi, data }) => {
      const frame = encodeFrame(dialect, mi, data);
      const read = readAll([garbage, frame], dialect);
      let at = 0;
      const spans = read.map((reading) => {
        const from = at;
        at += bytesTold(reading).length;
        return { kind: reading.kind, from, to: at };
      });
      const found = spans.some(({ kind, from }) => kind === "frame" && from === garbage.length);
      // A frame that begins in the garbage and ends in ours passed its BCC too: nobody can tell which is meant.
      const eaten = spans.some(({ kind, from, to }) =>
        kind === "frame" && from < garbage.length && to > garbage.length
      );
      assert.ok(found || eaten, hexOf(concat(garbage, frame)));
    }),
    { numRuns: 3000 },
  );
});

Deno.test("a frame with one wrong bit is never taken for a good one where BCC covers it", () => {
  const spoilt = fc.record({ message: anyMessage, at: fc.nat(), bit: fc.nat(7) });
  fc.assert(
    fc.property(anyDialect, spoilt, (dialect, { message, at, bit }) => {
      const frame = encodeFrame(dialect, message.mi, message.data);
      // MI, DATA and BCC: every scope covers them, and the length stays what it is.
      const places = [...frame.keys()].filter((i) => i >= 3 && i !== frame.length - 2);
      const place = places[at % places.length] ?? 3;
      frame[place] = (frame[place] ?? 0) ^ (1 << bit);
      const [first] = readAll([frame], dialect);
      assert.equal(first?.kind, "rejected");
      assert.ok(first.kind === "rejected" && first.complete);
    }),
    { numRuns: 1000 },
  );
});
