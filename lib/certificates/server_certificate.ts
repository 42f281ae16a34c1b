import { type Authority, authorityKeys, privateKeyPem } from "./authority.ts";
import { objectId, sequence } from "./der.ts";
import { addressBytes, dnsName, ipAddress } from "./general_name.ts";
import type { MachineNames } from "./machine_names.ts";
import { toPem } from "./pem.ts";
import {
  authorityKey,
  basicConstraints,
  CURVE,
  keyIdentifier,
  keyUsage,
  signed,
  subjectKey,
} from "./sign.ts";

const DAY_MS = 86_400_000;
/** Browsers take no more than 397 days; a shorter life is seen to renew itself before anybody relies on it. */
const LIFE_MS = 180 * DAY_MS;
/** An office may be closed, and the server off, for some weeks. */
const RENEW_BEFORE_MS = 60 * DAY_MS;
/** A browser's clock may be behind. */
const EARLIER_MS = DAY_MS;

const DIGITAL_SIGNATURE = 0;

/** What a TLS server needs. */
export interface ServerCertificate {
  /** PEM: its own certificate first, then those that lead to the authority. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

/** A certificate of the own authority, with what it is for. */
export interface OwnCertificate extends ServerCertificate, MachineNames {
  /** ms since the epoch, UTC. */
  readonly notAfter: number;
}

/** Certifies `machine`; the caller has left out what the authority may not certify. */
export async function certify(
  authority: Authority,
  machine: MachineNames,
  now: number,
): Promise<OwnCertificate> {
  const issuer = await authorityKeys(authority);
  const { publicKey, privateKey } = await crypto.subtle.generateKey(CURVE, true, [
    "sign",
    "verify",
  ]);
  const notAfter = Math.min(now + LIFE_MS, authority.notAfter);
  const { names, addresses } = machine;
  const subjects = [
    ...names.map(dnsName),
    ...addresses.map((address) => ipAddress(addressBytes(address))),
  ];
  const certificate = await signed({
    ...{ subject: names[0] ?? "localhost", issuer: authority.name },
    ...{ notBefore: now - EARLIER_MS, notAfter, publicKey },
    extensions: [
      basicConstraints(false),
      keyUsage(DIGITAL_SIGNATURE),
      { id: "2.5.29.37", critical: false, value: sequence(objectId("1.3.6.1.5.5.7.3.1")) },
      { id: "2.5.29.17", critical: false, value: sequence(...subjects) },
      subjectKey(await keyIdentifier(publicKey)),
      authorityKey(await keyIdentifier(issuer.publicKey)),
    ],
  }, issuer.privateKey);
  return {
    certificate: toPem("CERTIFICATE", certificate) + authority.certificate,
    key: await privateKeyPem(privateKey),
    ...{ names, addresses, notAfter },
  };
}

/**
 * Whether another certificate has to take the place of this one: it ends soon and a new one would not, the machine has a
 * new name, or it was made while the clock was ahead and has not begun.
 */
export function isOutOfDate(
  own: OwnCertificate,
  machine: MachineNames,
  authority: Authority,
  now: number,
): boolean {
  const endsSoon = own.notAfter - now < RENEW_BEFORE_MS && own.notAfter < authority.notAfter;
  return endsSoon || own.notAfter - now > LIFE_MS + EARLIER_MS ||
    machine.names.some((name) => !own.names.includes(name)) ||
    machine.addresses.some((address) => !own.addresses.includes(address));
}
