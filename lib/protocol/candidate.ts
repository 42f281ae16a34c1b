import { computeBcc } from "./bcc.ts";
import { ETX, FRAME_BYTES, HEAD_BYTES } from "./control_bytes.ts";
import type { Dialect } from "./dialect_shape.ts";
import { canBeginLi, decodeLi } from "./li.ts";

/** An STX behind which no good frame stands. */
export interface BadCandidate {
  readonly kind: "bad";
  readonly fault: "length" | "etx" | "bcc";
  readonly reason: string;
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
  const badLength = (found: string, needed: number) =>
    bad("length", `bad length ${found}, expected 1 to ${maxLength} in ${liCoding}`, needed);
  const held = end - start;
  if (held < 2) return { kind: "incomplete", length: null };
  const first = bytes[start + 1] ?? 0;
  if (!canBeginLi(liCoding, first, maxLength)) {
    return badLength(hex(first), 2);
  }
  if (held < HEAD_BYTES) return { kind: "incomplete", length: null };
  const second = bytes[start + 2] ?? 0;
  const length = decodeLi(liCoding, first, second);
  if (length < 1 || length > maxLength) {
    return badLength(`${hex(first)} ${hex(second)}`, HEAD_BYTES);
  }
  const needed = length + FRAME_BYTES;
  if (held < needed) return { kind: "incomplete", length };
  const etx = bytes[start + needed - 2] ?? 0;
  if (etx !== ETX) return bad("etx", `no ETX but ${hex(etx)}`, needed);
  const found = bytes[start + needed - 1] ?? 0;
  const expected = computeBcc(bcc, bytes, start, length);
  if (found === expected) return { kind: "good", needed };
  return bad("bcc", `bad BCC ${hex(found)}, expected ${hex(expected)}`, needed);
}

function bad(fault: BadCandidate["fault"], reason: string, needed: number): BadCandidate {
  return { kind: "bad", fault, reason, needed };
}

function hex(byte: number): string {
  return byte.toString(16).toUpperCase().padStart(2, "0");
}
