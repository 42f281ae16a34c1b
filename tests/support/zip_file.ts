import { constants, crc32, deflateRawSync } from "node:zlib";

/** A member of a zip, and the lies that are told about it. */
export interface ZipPart {
  readonly name: string;
  readonly content: string | Uint8Array | Repeated;
  readonly stored?: boolean;
  /** What the directory says of its size, its sum, its place, in place of the truth. */
  readonly inflated?: number;
  readonly packed?: number;
  readonly crc?: number;
  readonly at?: number;
  readonly method?: number;
  readonly encrypted?: boolean;
  /** Sizes behind the content, and none before it, as writers do that do not know them yet. */
  readonly descriptor?: boolean;
  /** Sizes and place in 64 bits. */
  readonly long?: boolean;
}

/** So many times the same bytes, which are packed once: gigabytes cost nothing. */
export interface Repeated {
  readonly bytes: Uint8Array;
  readonly times: number;
  readonly before: string;
  readonly behind: string;
}

export interface ZipEnding {
  readonly comment?: Uint8Array;
  /** How many members the end says that there are. */
  readonly count?: number;
  /** An end record of 64 bits before the usual one. */
  readonly long?: boolean;
}

/** A zip of these members, honest where nothing else is asked for. */
export function zipFile(
  parts: readonly ZipPart[],
  { comment = new Uint8Array(), count = parts.length, long = false }: ZipEnding = {},
): Uint8Array<ArrayBuffer> {
  const pieces: Uint8Array[] = [];
  let at = 0;
  const put = (bytes: Uint8Array) => {
    pieces.push(bytes);
    at += bytes.length;
  };
  const entries = parts.map((part) => {
    const { packed, ...sums } = packedOf(part);
    const told = { at, ...sums, packed: packed.length, ...defined(part) };
    const sizes = part.descriptor
      ? [0, 0, 0]
      : [told.crc, told.packed, told.inflated].map((size) => part.long ? 0xffffffff : size);
    put(record("IHHHHHIIIHH", [
      ...[0x04034b50, 20, flagsOf(part), methodOf(part), 0, 0, ...sizes],
      ...[bytesOf(part.name).length, 0],
    ]));
    put(bytesOf(part.name));
    put(packed);
    if (part.descriptor) put(record("IIII", [0x08074b50, told.crc, told.packed, told.inflated]));
    return { part, told };
  });
  const directory = at;
  for (const { part, told } of entries) {
    const name = bytesOf(part.name);
    const extra = part.long
      ? record("HHQQQ", [1, 24, told.inflated, told.packed, told.at])
      : new Uint8Array();
    const short = (value: number) => part.long ? 0xffffffff : value;
    put(record("IHHHHHHIIIHHHHHII", [
      ...[0x02014b50, 20, 20, flagsOf(part), methodOf(part), 0, 0, told.crc],
      ...[short(told.packed), short(told.inflated), name.length, extra.length, 0, 0, 0, 0],
      short(told.at),
    ]));
    put(name);
    put(extra);
  }
  const size = at - directory;
  if (long) {
    const end = at;
    put(
      record("IQHHIIQQQQ", [0x06064b50, 44, 45, 45, 0, 0, count, count, size, directory]),
    );
    put(record("IIQI", [0x07064b50, 0, end, 1]));
  }
  const [told, place] = long ? [0xffff, 0xffffffff] : [count, directory];
  put(record("IHHHHIIH", [0x06054b50, 0, 0, told, told, size, place, comment.length]));
  put(comment);
  return joined(pieces, at);
}

function packedOf({ content, stored }: ZipPart) {
  if (typeof content === "object" && "times" in content) return repeated(content);
  const bytes = bytesOf(content);
  const packed = stored ? bytes : deflateRawSync(bytes);
  return { packed, crc: crc32(bytes), inflated: bytes.length };
}

/** Deflate in blocks that do not look back, one after the other. */
function repeated({ bytes, times, before, behind }: Repeated) {
  const flushed = { finishFlush: constants.Z_FULL_FLUSH };
  const [first, last] = [bytesOf(before), bytesOf(behind)];
  const block = deflateRawSync(bytes, flushed);
  const packed = [
    deflateRawSync(first, flushed),
    ...Array.from({ length: times }, () => block),
    deflateRawSync(last),
  ];
  let crc = crc32(first);
  for (let i = 0; i < times; i++) crc = crc32(bytes, crc);
  return {
    packed: joined(packed),
    crc: crc32(last, crc),
    inflated: first.length + bytes.length * times + last.length,
  };
}

function defined({ crc, packed, inflated, at }: ZipPart): Partial<Record<string, number>> {
  return Object.fromEntries(
    Object.entries({ crc, packed, inflated, at }).filter(([, value]) => value !== undefined),
  );
}

const flagsOf = ({ encrypted, descriptor }: ZipPart) => (encrypted ? 1 : 0) | (descriptor ? 8 : 0);
const methodOf = ({ method, stored }: ZipPart) => method ?? (stored ? 0 : 8);

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : content;
}

const WIDTHS: Record<string, number> = { B: 1, H: 2, I: 4, Q: 8, d: 8 };

/** Little-endian numbers of 8 (B), 16 (H), 32 (I) and 64 (Q) bits, and doubles (d). */
export function record(format: string, values: readonly number[]): Uint8Array {
  const letters = [...format];
  const view = new DataView(
    new ArrayBuffer(letters.reduce((sum, letter) => sum + WIDTHS[letter]!, 0)),
  );
  let at = 0;
  letters.forEach((letter, i) => {
    const value = values[i]!;
    if (letter === "B") view.setUint8(at, value);
    else if (letter === "d") view.setFloat64(at, value, true);
    else if (letter === "H") view.setUint16(at, value, true);
    else if (letter === "I") view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += WIDTHS[letter]!;
  });
  return new Uint8Array(view.buffer);
}

function total(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { length }) => sum + length, 0);
}

export function joined(
  pieces: readonly Uint8Array[],
  size = total(pieces),
): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
