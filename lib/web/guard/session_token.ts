import { createHash, randomBytes } from "node:crypto";

/** The token in the cookie: 256 random bits, of which the database knows only the hash. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** What the database knows a token by; null for a text that is none, and need not be looked for. */
export function tokenHash(token: string): Uint8Array | null {
  if (!/^[\w-]{43}$/.test(token)) return null;
  return createHash("sha256").update(token).digest();
}

/**
 * What the database knows a session by; null for a text that is no token. The same token by TLS and not by TLS are two:
 * whoever reads a cookie that goes over plain HTTP cannot use it where nobody could have read it, nor the other way
 * round.
 */
export function sessionHash(token: string, secure: boolean): Uint8Array | null {
  const hash = tokenHash(token);
  if (hash === null || !secure) return hash;
  return createHash("sha256").update("tls").update(hash).digest();
}

/** A name for the session that may be shown: nothing can be made of it. */
export function sessionKey(hash: Uint8Array): string {
  return createHash("sha256").update("key").update(hash).digest("hex").slice(0, 16);
}
