import { Buffer } from "node:buffer";
import { createCipheriv, createHash, randomBytes, scryptSync } from "node:crypto";
import { DatabaseSync } from "node:sqlite";
import { countRows } from "../../lib/store/backup/check_database.ts";
import { versionOf } from "../../lib/store/migrate.ts";

const MEBIBYTE = 1024 * 1024;

/**
 * A backup file as anybody can write it who has read the format, and nothing but that: written here a second time, so
 * that it is a stranger's. Format 1 is what Belltower wrote before backups were marked. The database is a file's.
 */
export function writtenByHand(
  database: string,
  { format = 1, passphrase = null, head = {}, mark = new Uint8Array(32) }: {
    readonly format?: 1 | 2;
    readonly passphrase?: string | null;
    /** Put into the header over what belongs there. */
    readonly head?: Readonly<Record<string, unknown>>;
    /** In the place of the installation's marks. */
    readonly mark?: Uint8Array;
  } = {},
): Uint8Array<ArrayBuffer> {
  const content = Deno.readFileSync(database);
  const db = new DatabaseSync(database, { readOnly: true });
  const manifest = JSON.stringify({ bytes: content.length, counts: countRows(db) });
  const schema = versionOf(db);
  db.close();
  const pieces = [new TextEncoder().encode(manifest)];
  for (let at = 0; at < content.length; at += MEBIBYTE) {
    pieces.push(content.subarray(at, at + MEBIBYTE));
  }
  const sealed = passphrase === null ? null : sealFor(passphrase);
  const added = sealed === null ? 32 : 16;
  const body = pieces.reduce((sum, piece) => sum + 5 + piece.length + added, 32);
  const header = {
    ...{ format, createdAt: Date.UTC(2026, 10, 20), program: "1.0.0", schema },
    encryption: sealed?.encryption ?? null,
    ...(format === 2 ? { installation: "0badc0de", body } : {}),
    ...head,
  };
  const json = Buffer.from(JSON.stringify(header));
  const begin = Buffer.concat([
    ...[Buffer.from("BELLBKUP"), u32(json.length), json],
    ...(format === 2 ? [mark] : []),
  ]);
  const digest = sha256(begin);
  const chunks = pieces.map((piece, number) => {
    const last = Buffer.of(number === pieces.length - 1 ? 1 : 0);
    const bound = Buffer.concat([digest, u32(number), last]);
    const chunk = sealed?.close(piece, bound, number) ??
      Buffer.concat([piece, sha256(bound, piece)]);
    return Buffer.concat([u32(chunk.length), last, chunk]);
  });
  return new Uint8Array(
    Buffer.concat([begin, ...chunks, ...(format === 2 ? [mark] : [])]),
  );
}

function sealFor(passphrase: string) {
  const [salt, nonce, cost] = [randomBytes(16), randomBytes(8), 2 ** 14];
  const key = scryptSync(passphrase.normalize("NFC"), salt, 64, {
    ...{ N: cost, r: 8, p: 1, maxmem: 2 ** 26 },
  });
  const check = sha256(key.subarray(32)).subarray(0, 16);
  return {
    encryption: {
      ...{ cipher: "AES-256-GCM", kdf: "scrypt", cost, salt: salt.toString("base64") },
      ...{ nonce: nonce.toString("base64"), check: check.toString("base64") },
    },
    close(piece: Uint8Array, bound: Uint8Array, number: number) {
      const iv = Buffer.concat([nonce, u32(number)]);
      const cipher = createCipheriv("aes-256-gcm", key.subarray(0, 32), iv).setAAD(bound);
      return Buffer.concat([cipher.update(piece), cipher.final(), cipher.getAuthTag()]);
    },
  };
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function sha256(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}
