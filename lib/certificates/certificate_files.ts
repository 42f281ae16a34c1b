import { createPrivateKey, createPublicKey, X509Certificate } from "node:crypto";
import { getLogger } from "@logtape/logtape";
import type { ServerCertificate } from "./server_certificate.ts";
import type { CertificateSource } from "./source.ts";

const log = getLogger(["belltower", "certificates"]);

const DAY_MS = 86_400_000;

/** Where the office keeps a certificate of its own, in PEM. */
export interface CertificateFiles {
  /** The server's certificate, and behind it those that lead to the authority. */
  readonly certificate: string;
  readonly key: string;
}

/**
 * The certificate in the office's own files, read again when they change; one that cannot be used, as while it is
 * being written, changes nothing. Throws an Error where the first one cannot be used.
 */
export function certificateFiles(files: CertificateFiles, now: number): CertificateSource {
  let seen = stateOf(files);
  let current = readPair(files, now);
  return {
    get current() {
      return current;
    },
    authority: null,
    // The office knows for which names it had its certificate made.
    leftOut: [],
    refresh(at) {
      const state = stateOf(files);
      if (state === seen) return Promise.resolve(null);
      seen = state;
      try {
        current = readPair(files, at);
        log.info("The certificate in {file} is used from now on", { file: files.certificate });
        return Promise.resolve(current);
      } catch (error) {
        log.error("The old certificate stays: {error}", { error });
        return Promise.resolve(null);
      }
    },
  };
}

function readPair({ certificate, key }: CertificateFiles, now: number): ServerCertificate {
  const pair = { certificate: read(certificate), key: read(key) };
  const parsed = parse(
    certificate,
    () => new X509Certificate(block("CERTIFICATE", pair.certificate)),
  );
  const own = parse(key, () => createPublicKey(createPrivateKey(block("PRIVATE KEY", pair.key))));
  const spki = { type: "spki", format: "der" } as const;
  if (!own.export(spki).equals(new Uint8Array(parsed.publicKey.export(spki)))) {
    throw new Error(`${key} is not the key of the certificate in ${certificate}`);
  }
  // Browsers will say it too; a server that does not start helps nobody.
  const days = Math.floor((Date.parse(parsed.validTo) - now) / DAY_MS);
  if (days < 0) log.error("The certificate in {certificate} has ended", { certificate });
  else if (days < 14) {
    log.warn("The certificate in {certificate} ends in {days} days", { certificate, days });
  }
  return pair;
}

/** Changes when one of the files does. */
function stateOf({ certificate, key }: CertificateFiles): string {
  return [certificate, key].map((path) => {
    try {
      const { mtime, size, ino } = Deno.statSync(path);
      return `${mtime?.getTime()} ${size} ${ino}`;
    } catch (error) {
      // Away for a moment, while another takes its place.
      return error instanceof Error ? error.name : String(error);
    }
  }).join(", ");
}

function read(path: string): string {
  try {
    return Deno.readTextFileSync(path);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path} cannot be read (${why})`, { cause });
  }
}

/** The first block of that kind: tools write what they like around it. */
function block(kind: string, text: string): string {
  const found = new RegExp(`-----BEGIN [A-Z ]*${kind}-----[^-]+-----END [A-Z ]*${kind}-----`);
  return `${found.exec(text)?.[0] ?? ""}\n`;
}

function parse<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`${path} holds nothing in PEM that can be used (${why})`, { cause });
  }
}
