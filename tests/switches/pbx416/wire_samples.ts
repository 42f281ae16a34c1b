import fc from "fast-check";
import type { Dialect } from "../../../lib/switches/pbx416/dialect/dialect.ts";
import { DIALECT_416 } from "../../../lib/switches/pbx416/dialect/dialect_416.ts";
import { FrameDecoder } from "../../../lib/switches/pbx416/frames/decoder.ts";
import {
  BCC_RULES,
  BCC_SCOPES,
  LI_CODINGS,
} from "../../../lib/switches/pbx416/dialect/dialect_shape.ts";
import type { Reading } from "../../../lib/switches/pbx416/frames/reading.ts";

/** The examples of the protocol's description, made with the defaults. */
export const EXAMPLES = [
  { hex: "02 31 32 43 31 30 32 31 32 33 34 35 36 37 38 03 78", mi: "C", data: "10212345678" },
  { hex: "02 30 33 43 31 50 03 22", mi: "C", data: "1P" },
  {
    hex: "02 31 35 63 31 32 30 30 30 32 31 32 33 34 35 36 37 38 03 6D",
    mi: "c",
    data: "12000212345678",
  },
  { hex: "02 30 35 4E 31 32 30 30 03 4B", mi: "N", data: "1200" },
  { hex: "02 30 35 46 31 32 30 30 03 43", mi: "F", data: "1200" },
  {
    hex: "02 31 36 4A 31 32 30 30 30 31 30 31 32 33 34 35 36 37 38 03 74",
    mi: "J",
    data: "120001012345678",
  },
];

/** `"02 31"` as bytes. */
export function bytesOf(hex: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(hex.split(" ").filter(Boolean), (byte) => parseInt(byte, 16));
}

/** Bytes as `"02 31"`. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0")).join(" ");
}

/** A reading in one line, without its time: easier to compare, and to read where it differs. */
export function lineOf(reading: Reading): string {
  if (reading.kind === "control") return reading.control;
  if (reading.kind === "frame") return `frame ${reading.mi} ${reading.data}`;
  const nak = reading.complete ? "nak" : "silent";
  return `${nak}: ${reading.reason}: ${hexOf(reading.bytes)}`;
}

/** All that a fresh decoder makes of these pieces and of the silence behind them. */
export function readAll(pieces: Iterable<Uint8Array>, dialect: Dialect = DIALECT_416): Reading[] {
  const decoder = new FrameDecoder(dialect);
  const readings = [...pieces].flatMap((piece) => decoder.push(piece, 0));
  return [...readings, ...decoder.idle()];
}

export function concat(...pieces: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

/** Every way of writing LI and BCC that an installer can choose. */
export const ALL_DIALECTS: Dialect[] = LI_CODINGS.flatMap((liCoding) =>
  BCC_RULES.flatMap((rule) =>
    BCC_SCOPES.map((scope) => ({
      ...DIALECT_416,
      name: `${liCoding} ${rule} ${scope}`,
      liCoding,
      bcc: { rule, scope },
    }))
  )
);

export const anyDialect = fc.constantFrom(...ALL_DIALECTS);

/** Bytes of a line where something goes wrong: control bytes and digits far more often than by chance. */
export const anyBytes = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(0x02, 0x03, 0x06, 0x15, 0x00, 0x30, 0x31, 0x35, 0x39) },
    { weight: 1, arbitrary: fc.nat(255) },
  ),
  { maxLength: 300 },
).map((list) => Uint8Array.from(list));

/** MI and DATA of any bytes. */
export const anyMessage = fc.record({
  mi: fc.nat(255).map((code) => String.fromCharCode(code)),
  data: fc.array(fc.nat(255), { maxLength: DIALECT_416.maxLength - 1 })
    .map((codes) => String.fromCharCode(...codes)),
});
