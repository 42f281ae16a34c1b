import { normalAddress } from "../domain/network_address.ts";
import type { MachineNames } from "./machine_names.ts";
import { fromPem } from "./pem.ts";

/** 2.5.29.17, subjectAltName, as it stands in a certificate. */
const SUBJECT_ALT_NAME = [0x06, 0x03, 0x55, 0x1d, 0x11];
const [BOOLEAN, OCTET_STRING, SEQUENCE, DNS_NAME, IP_ADDRESS] = [0x01, 0x04, 0x30, 0x82, 0x87];

/**
 * For which names and addresses a certificate is (RFC 5280, 4.2.1.6); a name may begin with `*.`. Of several in `pem`
 * the first one counts. None where it names nobody, or there is none. `node:crypto` tells it in some versions of Deno
 * only.
 */
export function subjectNames(pem: string): MachineNames {
  const nobody: MachineNames = { names: [], addresses: [] };
  const [first] = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(pem) ?? [];
  if (first === undefined) return nobody;
  const der = fromPem(first);
  const at = der.findIndex((_, start) =>
    SUBJECT_ALT_NAME.every((byte, index) => der[start + index] === byte)
  );
  if (at === -1) return nobody;
  const [flag, other] = elements(der.subarray(at + SUBJECT_ALT_NAME.length));
  const value = flag?.tag === BOOLEAN ? other : flag;
  if (value?.tag !== OCTET_STRING) return nobody;
  const [list] = elements(value.content);
  const all = list?.tag === SEQUENCE ? [...elements(list.content)] : [];
  const of = (wanted: number) => all.filter(({ tag }) => tag === wanted);
  return {
    names: of(DNS_NAME).map(({ content }) => new TextDecoder().decode(content).toLowerCase()),
    addresses: of(IP_ADDRESS).map(({ content }) => addressText(content))
      .filter((address) => address !== null),
  };
}

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
}

/** The elements of DER that stand one behind the other, as far as they are whole. */
function* elements(der: Uint8Array): Generator<Element> {
  for (let at = 0; at + 1 < der.length;) {
    const tag = der[at]!;
    let length = der[at + 1]!;
    at += 2;
    if (length > 0x80) {
      const bytes = der.subarray(at, at + length - 0x80);
      at += bytes.length;
      length = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
    }
    const content = der.subarray(at, at + length);
    if (content.length < length) return;
    yield { tag, content };
    at += length;
  }
}

function addressText(bytes: Uint8Array): string | null {
  if (bytes.length === 4) return normalAddress(bytes.join("."));
  return normalAddress((bytes.toHex().match(/.{4}/g) ?? []).join(":"));
}
