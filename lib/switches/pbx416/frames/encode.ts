import { computeBcc } from "./bcc.ts";
import { ETX, FRAME_BYTES, HEAD_BYTES, STX } from "./control_bytes.ts";
import type { Dialect } from "../dialect/dialect_shape.ts";
import { encodeLi } from "./li.ts";

/**
 * The frame of `mi` (one character) and `data` (a character a byte, Latin-1). RangeError where they are not
 * that, or longer than the dialect's `maxLength`.
 */
export function encodeFrame(dialect: Dialect, mi: string, data: string): Uint8Array<ArrayBuffer> {
  const body = mi + data;
  if (mi.length !== 1) throw new RangeError(`MI is one character, not "${mi}".`);
  if (body.length > dialect.maxLength) {
    throw new RangeError(
      `MI and DATA of ${body.length} bytes where at most ${dialect.maxLength} are sent.`,
    );
  }
  const frame = new Uint8Array(body.length + FRAME_BYTES);
  const [first, second] = encodeLi(dialect.liCoding, body.length);
  frame.set([STX, first, second]);
  for (let i = 0; i < body.length; i++) {
    const code = body.charCodeAt(i);
    if (code > 0xff) throw new RangeError(`"${body[i]}" is no character of one byte.`);
    frame[HEAD_BYTES + i] = code;
  }
  frame[HEAD_BYTES + body.length] = ETX;
  frame[HEAD_BYTES + body.length + 1] = computeBcc(dialect.bcc, frame, 0, body.length);
  return frame;
}
