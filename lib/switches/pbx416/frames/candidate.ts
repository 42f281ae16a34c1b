import { computeBcc } from "./bcc.ts";
import { ETX, FRAME_BYTES, HEAD_BYTES } from "./control_bytes.ts";
import type { Dialect } from "../dialect/dialect_shape.ts";
import { canBeginLi, decodeLi } from "./li.ts";

/** An STX behind which no good frame stands. */
export interface BadCandidate {
  readonly kind: "bad";
  readonly fault: "length" | "etx" | "bcc";
  /** How many bytes, from STX on, show it. */
  readonly needed: number;
}

export type Candidate =
  | BadCandidate
  /** `length` is LI where it has come. */
  | { readonly kind: "incomplete"; readonly length: number | null }
  | { readonly kind: "good"; readonly needed: number };

/**
 * What stands at the STX at `bytes[start]`, judged by the bytes before `end`. A bad one is found out at the
 * first byte that shows it. The BCC, the only test that takes long, comes last.
 */
export function judgeCandidate(
  { liCoding, maxLength, bcc }: Dialect,
  bytes: Uint8Array,
  start: number,
  end: number,
): Candidate {
  const held = end - start;
  if (held < 2) return { kind: "incomplete", length: null };
  const first = bytes[start + 1] ?? 0;
  if (!canBeginLi(liCoding, first, maxLength)) return { kind: "bad", fault: "length", needed: 2 };
  if (held < HEAD_BYTES) return { kind: "incomplete", length: null };
  const length = decodeLi(liCoding, first, bytes[start + 2] ?? 0);
  if (length < 1 || length > maxLength) {
    return { kind: "bad", fault: "length", needed: HEAD_BYTES };
  }
  const needed = length + FRAME_BYTES;
  if (held < needed) return { kind: "incomplete", length };
  if (bytes[start + needed - 2] !== ETX) return { kind: "bad", fault: "etx", needed };
  return bytes[start + needed - 1] === computeBcc(bcc, bytes, start, length)
    ? { kind: "good", needed }
    : { kind: "bad", fault: "bcc", needed };
}

/** What is wrong with it, in words: apart from the judging, since a line full of STX needs few of them. */
export function faultText(
  { liCoding, maxLength, bcc }: Dialect,
  bytes: Uint8Array,
  start: number,
  { fault, needed }: BadCandidate,
): string {
  switch (fault) {
    case "length": {
      const found = [...bytes.subarray(start + 1, start + needed)].map(hex).join(" ");
      return `bad length ${found}, expected 1 to ${maxLength} in ${liCoding}`;
    }
    case "etx":
      return `no ETX but ${hex(bytes[start + needed - 2] ?? 0)}`;
    case "bcc": {
      const expected = computeBcc(bcc, bytes, start, needed - FRAME_BYTES);
      return `bad BCC ${hex(bytes[start + needed - 1] ?? 0)}, expected ${hex(expected)}`;
    }
    default:
      return fault satisfies never;
  }
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
