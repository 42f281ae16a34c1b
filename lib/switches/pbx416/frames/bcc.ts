import type { Bcc } from "../dialect/dialect_shape.ts";

/** Where each scope begins, from STX on, and how far it goes behind MI and DATA (ETX: 1). */
const SCOPES: Readonly<Record<Bcc["scope"], { from: number; behind: 0 | 1 }>> = {
  "stx..etx": { from: 0, behind: 1 },
  "li..etx": { from: 1, behind: 1 },
  "li..data": { from: 1, behind: 0 },
  "mi..etx": { from: 3, behind: 1 },
  "mi..data": { from: 3, behind: 0 },
};

/**
 * The check byte of the frame whose STX stands at `bytes[start]` and whose LI says `length`. The bytes from
 * STX through ETX must be there.
 */
export function computeBcc(bcc: Bcc, bytes: Uint8Array, start: number, length: number): number {
  const { from, behind } = SCOPES[bcc.scope];
  const end = start + 3 + length + behind;
  let value = 0;
  if (bcc.rule === "xor") {
    for (let i = start + from; i < end; i++) value ^= bytes[i] ?? 0;
  } else {
    for (let i = start + from; i < end; i++) value += bytes[i] ?? 0;
  }
  return value & 0xff;
}
