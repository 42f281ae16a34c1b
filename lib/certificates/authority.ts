import type { MachineNames } from "./machine_names.ts";
import { fromPem, toPem } from "./pem.ts";
import { nameConstraints, type Permitted, permittedFor } from "./permitted.ts";
import { basicConstraints, CURVE, keyIdentifier, keyUsage, signed, subjectKey } from "./sign.ts";

const DAY_MS = 86_400_000;
const YEAR_MS = 365 * DAY_MS;
/** Browsers are told to trust it once; a new one would have to be carried to every desk again. */
const LIFE_MS = 20 * YEAR_MS;
/** This was written then: a clock that is behind it is wrong. */
const WRITTEN = Date.UTC(2026, 10, 27);
/**
 * From when on an authority is good, whenever it is made: this machine's clock may be years ahead, or in 1970, at its
 * first start, and nobody trusts an authority twice gladly.
 */
const BEGINS = WRITTEN - 10 * YEAR_MS;
/** A clock may say anything, and a certificate ends before the year 10000. */
const LAST_END = Date.UTC(2999, 0, 1);
/** Before `BEGINS`, authorities were good from this long before their end. */
const FORMER_LIFE_MS = 30 * YEAR_MS;

const [KEY_CERT_SIGN, CRL_SIGN] = [5, 6];

/** The office's own certificate authority, as it is kept. */
export interface Authority {
  readonly name: string;
  /** PEM. */
  readonly certificate: string;
  /** PEM (PKCS #8): whoever has it can pass for this server to every browser that trusts the authority. */
  readonly key: string;
  readonly permitted: Permitted;
  /** ms since the epoch, UTC; older ones do not say when they begin. */
  readonly notBefore?: number | undefined;
  readonly notAfter: number;
}

/** Makes an authority that may certify this machine, and private names and addresses only. */
export async function makeAuthority(machine: MachineNames, now: number): Promise<Authority> {
  const permitted = permittedFor(machine);
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, [
    "sign",
    "verify",
  ]);
  const identifier = await keyIdentifier(publicKey);
  // A machine may have had two authorities: browsers find the right one by its name.
  const name = `Belltower ${machine.names[0] ?? "localhost"} ${identifier.toHex().slice(0, 8)}`;
  const [notBefore, notAfter] = [BEGINS, Math.min(Math.max(now, WRITTEN) + LIFE_MS, LAST_END)];
  const certificate = await signed({
    ...{ subject: name, issuer: name, notBefore, notAfter, publicKey },
    extensions: [
      basicConstraints(true),
      keyUsage(KEY_CERT_SIGN, CRL_SIGN),
      { id: "2.5.29.30", critical: true, value: nameConstraints(permitted) },
      subjectKey(identifier),
    ],
  }, privateKey);
  return {
    ...{ name, permitted, notBefore, notAfter },
    certificate: toPem("CERTIFICATE", certificate),
    key: await privateKeyPem(privateKey),
  };
}

/**
 * Whether it was made while the clock was decades wrong, by a version that went by the clock alone: it had ended before
 * there was a program to use it, or begins long after. No browser ever took it.
 */
export function isFromWrongClock({ notAfter, notBefore = notAfter - FORMER_LIFE_MS }: Authority) {
  return notAfter < WRITTEN || notBefore > WRITTEN;
}

/** The authority's keys, to sign with. */
export async function authorityKeys({ certificate, key }: Authority) {
  const privateKey = await crypto.subtle.importKey("pkcs8", fromPem(key), CURVE, true, ["sign"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", privateKey);
  const jwk = { kty, crv, x, y } as JsonWebKey;
  const publicKey = await crypto.subtle.importKey("jwk", jwk, CURVE, true, ["verify"]);
  return { privateKey, publicKey, certificate };
}

export async function privateKeyPem(key: CryptoKey): Promise<string> {
  return toPem("PRIVATE KEY", new Uint8Array(await crypto.subtle.exportKey("pkcs8", key)));
}
