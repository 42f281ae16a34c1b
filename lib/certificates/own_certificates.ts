import { createHash } from "node:crypto";
import { getLogger } from "@logtape/logtape";
import { z } from "zod";
import { type Authority, makeAuthority } from "./authority.ts";
import type { MachineNames } from "./machine_names.ts";
import { fromPem } from "./pem.ts";
import { certifiable } from "./permitted.ts";
import { readIfThere, writePrivate } from "./private_file.ts";
import { certify, isOutOfDate, type OwnCertificate } from "./server_certificate.ts";
import type { CertificateSource, PublicAuthority } from "./source.ts";

const log = getLogger(["belltower", "certificates"]);

const AUTHORITY = z.object({
  name: z.string(),
  certificate: z.string(),
  key: z.string(),
  permitted: z.object({ names: z.array(z.string()), networks: z.array(z.string()) }),
  notAfter: z.number(),
});

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
 * cannot be read: another one is not made in its place, since every browser would have to trust it anew.
 */
export async function ownCertificates(
  data: string,
  machine: () => MachineNames,
  now: number,
): Promise<CertificateSource> {
  const folder = `${data}/tls`;
  Deno.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const authority = readAuthority(`${folder}/authority.json`) ??
    await newAuthority(`${folder}/authority.json`, machine(), now);
  const path = `${folder}/server.json`;
  let current = readServer(path);
  const refresh = async (at: number) => {
    const wanted = certifiable(machine(), authority.permitted);
    if (current !== null && !isOutOfDate(current, wanted, at)) return null;
    current = await certify(authority, wanted, at);
    writePrivate(path, JSON.stringify(current));
    const { names, addresses } = current;
    log.info("A certificate was made for {names}", { names: [...names, ...addresses].join(", ") });
    return current;
  };
  await refresh(now);
  sayWhatIsLeftOut(machine(), authority);
  return {
    authority: publicPart(authority),
    refresh,
    get current() {
      return current!;
    },
  };
}

function readAuthority(path: string): Authority | null {
  const text = readIfThere(path);
  if (text === null) return null;
  const found = AUTHORITY.safeParse(jsonOrNull(text));
  if (found.success) return found.data;
  throw new Error(
    `${path} is broken: put back a copy of it, or take it away and have every browser trust a new one`,
  );
}

/** One that cannot be read is made anew: nobody notices. */
function readServer(path: string): OwnCertificate | null {
  return SERVER.safeParse(jsonOrNull(readIfThere(path) ?? "")).data ?? null;
}

async function newAuthority(path: string, machine: MachineNames, now: number): Promise<Authority> {
  const authority = await makeAuthority(machine, now);
  writePrivate(path, JSON.stringify(authority));
  log.info("The authority {name} was made", { name: authority.name });
  return authority;
}

function sayWhatIsLeftOut(machine: MachineNames, { name, permitted }: Authority): void {
  const inside = certifiable(machine, permitted);
  const left = [
    ...machine.names.filter((one) => !inside.names.includes(one)),
    ...machine.addresses.filter((one) => !inside.addresses.includes(one)),
  ];
  if (left.length === 0) return;
  log.warn("{name} was made before this machine had {left}, and may not certify that", {
    name,
    left: left.join(", "),
  });
}

function publicPart({ name, certificate, notAfter }: Authority): PublicAuthority {
  const der = fromPem(certificate);
  const print = (how: string) =>
    createHash(how).update(der).digest("hex").toUpperCase().match(/../g)!.join(":");
  return {
    name,
    certificate: der,
    fingerprint: print("sha256"),
    thumbprint: print("sha1"),
    notAfter,
  };
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
