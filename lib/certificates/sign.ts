import {
  bitString,
  boolean,
  context,
  type Der,
  integer,
  objectId,
  octetString,
  sequence,
  set,
  time,
  utf8String,
} from "./der.ts";

export const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;

const SIGNED_WITH = sequence(objectId("1.2.840.10045.4.3.2")); // ecdsa-with-SHA256

export interface Extension {
  readonly id: string;
  /** Whoever does not understand it must not take the certificate. */
  readonly critical: boolean;
  readonly value: Der;
}

/** What a certificate says. Times are ms since the epoch, UTC. */
export interface Statement {
  readonly subject: string;
  readonly issuer: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKey: CryptoKey;
  readonly extensions: readonly Extension[];
}

/** An X.509 certificate, version 3 (RFC 5280), signed by the issuer's private key. */
export async function signed(statement: Statement, by: CryptoKey): Promise<Der> {
  const { subject, issuer, notBefore, notAfter, publicKey, extensions } = statement;
  const serial = crypto.getRandomValues(new Uint8Array(16));
  serial[0]! &= 0x7f;
  const spki = new Uint8Array(await crypto.subtle.exportKey("spki", publicKey));
  const body = sequence(
    context(0, "values", integer(Uint8Array.of(2))),
    integer(serial),
    SIGNED_WITH,
    commonName(issuer),
    sequence(time(notBefore), time(notAfter)),
    commonName(subject),
    spki,
    context(3, "values", sequence(...extensions.map(extension))),
  );
  const how = { name: "ECDSA", hash: "SHA-256" };
  const signature = new Uint8Array(await crypto.subtle.sign(how, by, body));
  const half = signature.length / 2;
  const pair = sequence(integer(signature.subarray(0, half)), integer(signature.subarray(half)));
  return sequence(body, SIGNED_WITH, bitString(pair));
}

/** How certificates name a key: the first 20 bytes of the hash of its bits (RFC 7093, method 1). */
export async function keyIdentifier(publicKey: CryptoKey): Promise<Uint8Array<ArrayBuffer>> {
  const point = await crypto.subtle.exportKey("raw", publicKey);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", point)).slice(0, 20);
}

/** What a key may be used for: the bits of RFC 5280, 4.2.1.3, from `digitalSignature`, bit 0, on. */
export function keyUsage(...bits: readonly number[]): Extension {
  const byte = bits.reduce((all, bit) => all | 0x80 >> bit, 0);
  const unused = 7 - Math.max(...bits);
  return { id: "2.5.29.15", critical: true, value: bitString(Uint8Array.of(byte), unused) };
}

/** Whether this is an authority; one of ours certifies servers and no further authorities. */
export function basicConstraints(authority: boolean): Extension {
  const parts = authority ? [boolean(true), integer(Uint8Array.of(0))] : [];
  return { id: "2.5.29.19", critical: true, value: sequence(...parts) };
}

export function subjectKey(identifier: Uint8Array): Extension {
  return { id: "2.5.29.14", critical: false, value: octetString(identifier) };
}

export function authorityKey(identifier: Uint8Array): Extension {
  const value = sequence(context(0, "bytes", identifier.slice()));
  return { id: "2.5.29.35", critical: false, value };
}

function extension({ id, critical, value }: Extension): Der {
  return sequence(objectId(id), ...(critical ? [boolean(true)] : []), octetString(value));
}

function commonName(text: string): Der {
  return sequence(set(sequence(objectId("2.5.4.3"), utf8String(text))));
}
