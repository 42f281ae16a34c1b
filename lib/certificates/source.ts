import type { ServerCertificate } from "./server_certificate.ts";

/** The authority that browsers are to trust, as it may be shown to anybody. */
export interface PublicAuthority {
  readonly name: string;
  /** DER. */
  readonly certificate: Uint8Array<ArrayBuffer>;
  /** SHA-256 of that, as browsers show it: `A1:B2:...`. */
  readonly fingerprint: string;
  /** SHA-1 of it, in the same form: Windows asks about no other. */
  readonly thumbprint: string;
  /** ms since the epoch, UTC. */
  readonly notAfter: number;
}

/** Where the server's certificate comes from. */
export interface CertificateSource {
  /** The one to serve with now: the first, or what `refresh` returned last. */
  readonly current: ServerCertificate;
  /** Null where the office has a certificate that browsers trust anyway. */
  readonly authority: PublicAuthority | null;
  /** By which names and addresses of the machine browsers are warned all the same; none, mostly. */
  readonly leftOut: readonly string[];
  /** Looks whether another one has to take its place; returns that one, or null. */
  refresh(now: number): Promise<ServerCertificate | null>;
}
