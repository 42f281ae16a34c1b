import { createHash, randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { BackupError } from "./backup_error.ts";

/** How the chunks of an encrypted backup are sealed; stands in its header. Byte strings are base64. */
export interface Encryption {
  readonly cipher: "AES-256-GCM";
  readonly kdf: "scrypt";
  /** scrypt's N, a power of two; r is 8 and p is 1. */
  readonly cost: number;
  readonly salt: string;
  /** The first 8 bytes of every nonce; the last 4 are the chunk's number. */
  readonly nonce: string;
  /** Tells a wrong passphrase from a spoilt file. */
  readonly check: string;
}

/** Closes and opens chunks. What is bound to a chunk: the header, the chunk's number and whether it is the last. */
export interface Seal {
  /** How many bytes longer a chunk is when it is closed. */
  readonly added: number;
  close(chunk: Uint8Array, bound: Uint8Array): Promise<Uint8Array>;
  /** Null where the chunk is not what was closed. */
  open(sealed: Uint8Array, bound: Uint8Array): Promise<Uint8Array | null>;
}

/** What a seal adds to a chunk at most, in bytes. */
export const MOST_ADDED = 32;

/** As for passwords: a guess costs 64 MiB and a noticeable moment. */
const COST = 2 ** 16;
/** A header that asks for more is an attack on the memory. */
const HIGHEST_COST = 2 ** 17;
const BLOCK_SIZE = 8;

/** Without a passphrase: a SHA-256 behind each chunk finds what has been damaged, cut off or put elsewhere. */
export const OPEN_SEAL: Seal = {
  added: 32,
  close: (chunk, bound) => Promise.resolve(joined([chunk, digest(bound, chunk)])),
  open: (sealed, bound) => {
    const chunk = sealed.subarray(0, -32);
    const right = sealed.length >= 32 &&
      timingSafeEqual(digest(bound, chunk), sealed.subarray(-32));
    return Promise.resolve(right ? chunk : null);
  },
};

/** A new key from the passphrase, for one file. A lower `cost` is for tests. */
export async function newEncryption(
  passphrase: string,
  cost = COST,
): Promise<{ encryption: Encryption; seal: Seal }> {
  const [salt, nonce] = [new Uint8Array(randomBytes(16)), new Uint8Array(randomBytes(8))];
  const { key, check } = await derive(passphrase, salt, cost);
  const encryption = {
    cipher: "AES-256-GCM",
    kdf: "scrypt",
    cost,
    salt: salt.toBase64(),
    nonce: nonce.toBase64(),
    check: check.toBase64(),
  } as const;
  return { encryption, seal: await aesSeal(key, nonce) };
}

/** The seal of a file that exists. Throws a BackupError for the wrong passphrase. */
export async function sealOf(encryption: Encryption, passphrase: string): Promise<Seal> {
  const { cost } = encryption;
  if (cost > HIGHEST_COST || cost < 2 || (cost & (cost - 1)) !== 0) {
    throw new BackupError("tampered", `the header asks for scrypt with N = ${cost}`);
  }
  const { key, check } = await derive(passphrase, bytesOf(encryption.salt), cost);
  if (check.toBase64() !== encryption.check) {
    throw new BackupError("passphrase_wrong", "the passphrase is not the one of this backup");
  }
  return aesSeal(key, bytesOf(encryption.nonce));
}

async function aesSeal(raw: Uint8Array<ArrayBuffer>, prefix: Uint8Array): Promise<Seal> {
  const key = await crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
  const parameters = (bound: Uint8Array) => ({
    name: "AES-GCM",
    iv: joined([prefix, bound.subarray(32, 36)]),
    additionalData: new Uint8Array(bound),
  });
  return {
    added: 16,
    async close(chunk, bound) {
      const sealed = await crypto.subtle.encrypt(parameters(bound), key, new Uint8Array(chunk));
      return new Uint8Array(sealed);
    },
    async open(sealed, bound) {
      try {
        const chunk = await crypto.subtle.decrypt(parameters(bound), key, new Uint8Array(sealed));
        return new Uint8Array(chunk);
      } catch (error) {
        // WebCrypto's only word for a tag that does not fit.
        if (error instanceof DOMException && error.name === "OperationError") return null;
        throw error;
      }
    },
  };
}

/** The first half of what scrypt makes is the key; of the second, a digest stands in the header. */
async function derive(passphrase: string, salt: Uint8Array, cost: number) {
  const both = await new Promise<Uint8Array>((resolve, reject) => {
    const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 2 * 128 * cost * BLOCK_SIZE };
    scrypt(passphrase.normalize("NFC"), salt, 64, options, (error, made) => {
      if (error === null) resolve(new Uint8Array(made));
      else reject(error);
    });
  });
  return {
    key: new Uint8Array(both.subarray(0, 32)),
    check: digest(both.subarray(32)).subarray(0, 16),
  };
}

function digest(...parts: readonly Uint8Array[]): Uint8Array {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
}

export function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.fromBase64(base64);
  } catch (cause) {
    throw new BackupError("tampered", "the header is not as it was written", { cause });
  }
}
