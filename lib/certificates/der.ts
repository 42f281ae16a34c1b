/** DER (ITU-T X.690), as far as certificates need it. Only written here: what others wrote is read by the platform. */
export type Der = Uint8Array<ArrayBuffer>;

const TEXT = new TextEncoder();

export function sequence(...parts: readonly Der[]): Der {
  return tagged(0x30, ...parts);
}

export function set(...parts: readonly Der[]): Der {
  return tagged(0x31, ...parts);
}

export function boolean(value: boolean): Der {
  return tagged(0x01, Uint8Array.of(value ? 0xff : 0));
}

/** A number that is not negative, as its bytes from the highest on. */
export function integer(bytes: Uint8Array): Der {
  const start = bytes.findIndex((byte) => byte !== 0);
  const digits = start < 0 ? Uint8Array.of(0) : bytes.subarray(start);
  // A first bit of 1 would make it negative.
  return tagged(0x02, ...(digits[0]! & 0x80 ? [Uint8Array.of(0)] : []), digits.slice());
}

/** `unused` bits at the end do not count. */
export function bitString(bytes: Uint8Array, unused = 0): Der {
  return tagged(0x03, Uint8Array.of(unused), bytes.slice());
}

export function octetString(bytes: Uint8Array): Der {
  return tagged(0x04, bytes.slice());
}

export function utf8String(text: string): Der {
  return tagged(0x0c, TEXT.encode(text));
}

/** `1.2.840.10045.4.3.2` */
export function objectId(dotted: string): Der {
  const [first = 0, second = 0, ...rest] = dotted.split(".").map(Number);
  return tagged(0x06, Uint8Array.of(first * 40 + second), ...rest.map(base128));
}

/** A moment, in ms since the epoch: in two digits of the year until 2049, as RFC 5280 wants it. */
export function time(at: number): Der {
  const digits = new Date(at).toISOString().replace(/\.\d+/, "").replace(/[-:T]/g, "");
  return Number(digits.slice(0, 4)) < 2050
    ? tagged(0x17, TEXT.encode(digits.slice(2)))
    : tagged(0x18, TEXT.encode(digits));
}

/** A part with the number `tag` in its surroundings: `content` is whole values (constructed), or bare bytes. */
export function context(tag: number, content: "values" | "bytes", ...parts: readonly Der[]): Der {
  return tagged((content === "values" ? 0xa0 : 0x80) | tag, ...parts);
}

function tagged(tag: number, ...parts: readonly Der[]): Der {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const head = Uint8Array.of(tag, ...lengthBytes(length));
  const whole = new Uint8Array(head.length + length);
  let at = 0;
  for (const part of [head, ...parts]) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function lengthBytes(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 | bytes.length, ...bytes];
}

function base128(value: number): Der {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) {
    bytes.unshift(0x80 | rest % 128);
  }
  return Uint8Array.from(bytes);
}
