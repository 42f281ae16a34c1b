import { Buffer } from "node:buffer";
import { randomBytes, scrypt, type ScryptOptions, timingSafeEqual } from "node:crypto";

/** What a hash costs; see scrypt. */
export interface ScryptCost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}

/** N = 2^16 with r = 8 takes 64 MiB and some tenths of a second: what OWASP asks for, and an office server has. */
export const COST: ScryptCost = { N: 2 ** 16, r: 8, p: 1 };
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/**
 * What is kept of a password: `scrypt$N$r$p$salt$key`, salt and key in base64. The parameters stand in it, so
 * that they can grow while old passwords stay good; a lower `cost` is for tests, which sign in all day.
 */
export async function hashPassword(password: string, cost = COST): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  return written(salt, await derive(password, salt, KEY_BYTES, cost), cost);
}

/** A hash that no password is known to fit: comparing with it takes as long as with any other. */
export function hashOfNobody(cost = COST): string {
  return written(randomBytes(SALT_BYTES), randomBytes(KEY_BYTES), cost);
}

function written(salt: Uint8Array, key: Uint8Array, { N, r, p }: ScryptCost): string {
  return ["scrypt", N, r, p, base64(salt), base64(key)].join("$");
}

/**
 * Whether `password` is the one that `hash` was made from; takes the same time for every wrong one.
 * Throws a `RangeError` when `hash` is none of `hashPassword`.
 */
export async function verifyPassword(password: string, hash: string): Promise<boolean> {
  const found = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w+/=]+)\$([\w+/=]+)$/.exec(hash);
  if (found === null) throw new RangeError("the stored password is no scrypt hash");
  const [N, r, p] = [Number(found[1]), Number(found[2]), Number(found[3])];
  const salt = Buffer.from(found[4] as string, "base64");
  const key = Buffer.from(found[5] as string, "base64");
  return timingSafeEqual(await derive(password, salt, key.length, { N, r, p }), key);
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64");
}

/** Off the main thread. A word typed on a Mac has other code points than on Windows: NFKC makes them one. */
function derive(
  password: string,
  salt: Uint8Array,
  length: number,
  cost: ScryptCost,
): Promise<Uint8Array> {
  const options: ScryptOptions = { ...cost, maxmem: 256 * cost.N * cost.r };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize("NFKC"), salt, length, options, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
