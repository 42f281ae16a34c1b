import { context, type Der } from "./der.ts";

/** An address by its bytes: 4 for IPv4, 16 for IPv6. Throws a RangeError where `text` is none. */
export function addressBytes(text: string): Uint8Array<ArrayBuffer> {
  if (!text.includes(":")) {
    const parts = text.split(".").map(Number);
    if (parts.length !== 4 || !parts.every((part) => part >= 0 && part <= 255)) {
      throw new RangeError(`${text} is no address`);
    }
    return Uint8Array.from(parts);
  }
  const url = `http://[${text}]/`;
  if (!URL.canParse(url)) throw new RangeError(`${text} is no address`);
  // The platform writes every IPv6 address in its short form, without dots.
  const [before = "", after] = new URL(url).hostname.slice(1, -1).split("::");
  const words = (part: string) =>
    part === "" ? [] : part.split(":").map((word) => parseInt(word, 16));
  const [head, tail] = [words(before), words(after ?? "")];
  const all = [...head, ...Array(8 - head.length - tail.length).fill(0), ...tail];
  return Uint8Array.from(all.flatMap((word) => [word >> 8, word & 255]));
}

/** dNSName of a GeneralName (RFC 5280, 4.2.1.6). */
export function dnsName(name: string): Der {
  return context(2, "bytes", new TextEncoder().encode(name));
}

/** iPAddress of a GeneralName; for a network, address and mask one behind the other (4.2.1.10). */
export function ipAddress(bytes: Uint8Array): Der {
  return context(7, "bytes", bytes.slice());
}
