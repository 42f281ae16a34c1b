import type { Dialect } from "../dialect/dialect_shape.ts";
import { encodeFrame } from "./encode.ts";
import { Cursor } from "./cursor.ts";

/** What the server asks the switch for: to ring `extension` and then to dial `digits` (`0-9 * # +`). */
export interface DialRequest {
  readonly extension: string;
  readonly digits: string;
}

const DIGITS = /^[0-9*#+]+$/;

/** The frame of a request. RangeError for an extension that the dialect has not, no digits, or too many. */
export function encodeDialRequest(
  dialect: Dialect,
  extension: string,
  digits: string,
): Uint8Array<ArrayBuffer> {
  if (!dialect.extensions.includes(extension)) {
    throw new RangeError(`Extension "${extension}" is not one of dialect ${dialect.name}.`);
  }
  if (!DIGITS.test(digits)) throw new RangeError(`"${digits}" cannot be dialled: 0-9 * # + only.`);
  return encodeFrame(dialect, dialect.dialRequest, extension + digits);
}

/** The request in a frame from the server, for the switch's side; null where it is none. */
export function readDialRequest(dialect: Dialect, mi: string, data: string): DialRequest | null {
  const cursor = new Cursor(data);
  const extension = cursor.take(dialect.extensions[0]?.length ?? 0);
  const digits = cursor.rest();
  if (mi !== dialect.dialRequest || extension === null || !DIGITS.test(digits)) return null;
  return dialect.extensions.includes(extension) ? { extension, digits } : null;
}
