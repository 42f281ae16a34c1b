import type { MachineNames } from "./machine_names.ts";
import { fromPem, toPem } from "./pem.ts";
import { nameConstraints, type Permitted, permittedFor } from "./permitted.ts";
import { basicConstraints, CURVE, keyIdentifier, keyUsage, signed, subjectKey } from "./sign.ts";

const DAY_MS = 86_400_000;
/** Browsers are told to trust it once; a new one would have to be carried to every desk again. */
const LIFE_MS = 20 * 365 * DAY_MS;
/** This machine's clock may be years ahead at its first start, and nobody trusts an authority twice gladly. */
const EARLIER_MS = 10 * 365 * DAY_MS;

const [KEY_CERT_SIGN, CRL_SIGN] = [5, 6];

/** The office's own certificate authority, as it is kept. */
export interface Authority {
  readonly name: string;
  /** PEM. */
  readonly certificate: string;
  /** PEM (PKCS #8): whoever has it can pass for this server to every browser that trusts the authority. */
  readonly key: string;
  readonly permitted: Permitted;
  /** ms since the epoch, UTC. */
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
  // Of two that one machine had in its life, a browser has to find the right one by its name.
  const name = `Belltower ${machine.names[0] ?? "localhost"} ${identifier.toHex().slice(0, 8)}`;
  const notAfter = now + LIFE_MS;
  const certificate = await signed({
    ...{ subject: name, issuer: name, notBefore: now - EARLIER_MS, notAfter, publicKey },
    extensions: [
      basicConstraints(true),
      keyUsage(KEY_CERT_SIGN, CRL_SIGN),
      { id: "2.5.29.30", critical: true, value: nameConstraints(permitted) },
      subjectKey(identifier),
    ],
  }, privateKey);
  return {
    ...{ name, permitted, notAfter },
    certificate: toPem("CERTIFICATE", certificate),
    key: await privateKeyPem(privateKey),
  };
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
