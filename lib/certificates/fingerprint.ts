import { createHash } from "node:crypto";
import { fromPem } from "./pem.ts";

/** The hash of a certificate (PEM) as browsers show it: `A1:B2:...`. */
export function fingerprintOf(certificate: string, how: "sha256" | "sha1"): string {
  const hex = createHash(how).update(fromPem(certificate)).digest("hex").toUpperCase();
  return hex.match(/../g)!.join(":");
}
