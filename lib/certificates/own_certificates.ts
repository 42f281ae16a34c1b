import { getLogger } from "@logtape/logtape";
import { z } from "zod";
import { type Authority, isFromWrongClock } from "./authority.ts";
import {
  jsonOrNull,
  keptAuthority,
  leftOut,
  replaceAuthority,
  tlsFolder,
} from "./kept_authority.ts";
import type { MachineNames } from "./machine_names.ts";
import { fingerprintOf } from "./fingerprint.ts";
import { fromPem } from "./pem.ts";
import { certifiable } from "./permitted.ts";
import { readIfThere, writePrivate } from "../base/private_file.ts";
import { certify, isOutOfDate, type OwnCertificate } from "./server_certificate.ts";
import type { CertificateSource, PublicAuthority } from "./source.ts";

const log = getLogger(["belltower", "certificates"]);

const SERVER = z.object({
  certificate: z.string(),
  key: z.string(),
  names: z.array(z.string()),
  addresses: z.array(z.string()),
  notAfter: z.number(),
});

/**
 * The office's own authority and the certificate that it gives this machine, kept in `<data>/tls`. What is not there
 * is made. `machine` tells the names of this moment. Throws an Error that says what to do where the authority
 * cannot be read.
 */
export async function ownCertificates(
  data: string,
  machine: () => MachineNames,
  now: number,
): Promise<CertificateSource> {
  let authority = keptAuthority(data) ?? await replaceAuthority(data, machine(), now);
  const path = `${tlsFolder(data)}/server.json`;
  let current = readServer(path);
  let missing: readonly string[] = [];
  const refresh = async (at: number) => {
    // `belltower authority new` makes another one beside a running server.
    authority = keptAuthority(data) ?? authority;
    const called = machine();
    if (isFromWrongClock(authority)) {
      log.warn("{name} was made while the clock was wrong, and no browser takes it", {
        name: authority.name,
      });
      authority = await replaceAuthority(data, called, at);
    }
    const before = missing;
    // Addresses of IPv6 that are not private change by the day, and nobody types them.
    missing = leftOut(called, authority).filter((one) => !one.includes(":"));
    if (missing.some((one) => !before.includes(one))) sayWhatIsLeftOut(authority, missing);
    const wanted = certifiable(called, authority.permitted);
    const isOurs = current?.certificate.endsWith(authority.certificate) ?? false;
    if (current !== null && isOurs && !isOutOfDate(current, wanted, authority, at)) return null;
    current = await certify(authority, wanted, at);
    writePrivate(path, JSON.stringify(current));
    const { names, addresses } = current;
    log.info("A certificate was made for {names}", { names: [...names, ...addresses].join(", ") });
    return current;
  };
  await refresh(now);
  return {
    refresh,
    get authority() {
      return publicPart(authority);
    },
    get current() {
      return current!;
    },
    get leftOut() {
      return missing;
    },
  };
}

/** One that cannot be read is made anew: nobody notices. */
function readServer(path: string): OwnCertificate | null {
  return SERVER.safeParse(jsonOrNull(readIfThere(path) ?? "")).data ?? null;
}

function sayWhatIsLeftOut({ name }: Authority, missing: readonly string[]): void {
  log.warn(
    "{name} was made before this machine had {left}, and may not certify that: browsers that come by it are warned. " +
      '"belltower authority new" makes another authority, which every browser has to trust anew',
    { name, left: missing.join(", ") },
  );
}

function publicPart({ name, certificate, notAfter }: Authority): PublicAuthority {
  const der = fromPem(certificate);
  return {
    name,
    certificate: der,
    fingerprint: fingerprintOf(certificate, "sha256"),
    thumbprint: fingerprintOf(certificate, "sha1"),
    notAfter,
  };
}
