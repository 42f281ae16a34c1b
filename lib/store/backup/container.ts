/**
 * The file of a backup.
 *
 *     8 bytes   "BELLBKUP"
 *     4 bytes   length of the header, big-endian
 *     header    JSON, in the clear: BackupHeader
 *     chunks    4 bytes length (big-endian), 1 byte 1 for the last chunk and 0 for the others, the sealed chunk
 *
 * Chunk 0 is a JSON manifest, the others are the database, 1 MiB each. A chunk is sealed with the SHA-256 of all
 * that stands before the first chunk, its own number (4 bytes, big-endian) and the last-byte bound to it: AES-256-GCM
 * takes them as additional data, a plain backup has the SHA-256 of them and the chunk behind the chunk. So a changed,
 * missing, doubled, moved or foreign chunk is found, and so is a file that ends too early or goes on too long.
 */
import { createHash } from "node:crypto";
import { BackupError } from "./backup_error.ts";
import { type Encryption, joined } from "./seal.ts";

export const MAGIC = new TextEncoder().encode("BELLBKUP");
export const CHUNK_BYTES = 1024 * 1024;
const FORMAT = 1;
const LONGEST_HEADER = 4096;

export interface BackupHeader {
  readonly format: number;
  /** Milliseconds since the epoch, UTC: the moment whose state is in it. */
  readonly createdAt: number;
  /** The version of the program that wrote it. */
  readonly program: string;
  /** The version of the schema. */
  readonly schema: number;
  /** Null: plain. */
  readonly encryption: Encryption | null;
}

export interface Manifest {
  /** The size of the database. */
  readonly bytes: number;
  /** How many rows each table had in the source. */
  readonly counts: Readonly<Record<string, number>>;
}

/** All that stands before the first chunk. */
export function headBytes(header: Omit<BackupHeader, "format">): Uint8Array<ArrayBuffer> {
  const json = new TextEncoder().encode(JSON.stringify({ format: FORMAT, ...header }));
  return joined([MAGIC, u32(json.length), json]);
}

/** What is bound to each chunk, by its number and whether it is the last. */
export function binding(head: Uint8Array): (number: number, last: boolean) => Uint8Array {
  const digest = new Uint8Array(createHash("sha256").update(head).digest());
  return (number, last) => joined([digest, u32(number), Uint8Array.of(last ? 1 : 0)]);
}

export function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Reads a file from its beginning, so many bytes at a time. */
export class FileCursor implements Disposable {
  readonly #file: Deno.FsFile;
  position = 0;

  /** Throws a BackupError where the file cannot be opened. */
  constructor(private readonly path: string) {
    try {
      this.#file = Deno.openSync(path);
    } catch (cause) {
      throw new BackupError("unreadable", `${path} cannot be read: ${cause}`, { cause });
    }
  }

  /** `length` bytes, fewer where the file ends. */
  read(length: number): Uint8Array {
    const bytes = new Uint8Array(length);
    let filled = 0;
    try {
      while (filled < length) {
        const count = this.#file.readSync(bytes.subarray(filled));
        if (count === null) break;
        filled += count;
      }
    } catch (cause) {
      throw new BackupError("unreadable", `${this.path} cannot be read: ${cause}`, { cause });
    }
    this.position += filled;
    return bytes.subarray(0, filled);
  }

  /** Exactly so many; throws a BackupError where the file ends before. */
  need(length: number): Uint8Array {
    const bytes = this.read(length);
    if (bytes.length === length) return bytes;
    throw new BackupError(
      "truncated",
      `${this.path} is not whole: it ends after ${this.position} bytes`,
    );
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }
}

/** Reads the beginning of a backup. Throws a BackupError where it is none. */
export function readHead(file: FileCursor): { header: BackupHeader; head: Uint8Array } {
  const magic = file.read(MAGIC.length);
  if (magic.some((byte, index) => byte !== MAGIC[index])) {
    throw new BackupError("foreign", "the file is no backup of Belltower");
  }
  const size = file.need(4);
  const length = new DataView(size.buffer).getUint32(0);
  if (length > LONGEST_HEADER) throw spoilt();
  const json = file.need(length);
  return { header: parseHeader(json), head: joined([magic, size, json]) };
}

/** The header at the beginning of `begin`; null where there is none. */
export function parseHead(begin: Uint8Array): BackupHeader | null {
  if (begin.length < 12 || MAGIC.some((byte, index) => byte !== begin[index])) return null;
  const length = new DataView(begin.buffer, begin.byteOffset).getUint32(8);
  if (length > begin.length - 12) return null;
  try {
    return parseHeader(begin.subarray(12, 12 + length));
  } catch (error) {
    if (error instanceof BackupError) return null;
    throw error;
  }
}

function parseHeader(json: Uint8Array): BackupHeader {
  let header: Partial<BackupHeader> | null;
  try {
    header = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch (cause) {
    throw spoilt(cause);
  }
  const { format, createdAt, program, schema, encryption } = header ?? {};
  if (typeof format === "number" && format > FORMAT) {
    throw new BackupError("newer", `the backup has format ${format}, this program reads ${FORMAT}`);
  }
  const numbers = [format, createdAt, schema].every((value) => Number.isSafeInteger(value));
  const right = numbers && typeof program === "string" &&
    (encryption === null || isEncryption(encryption));
  if (!right) throw spoilt();
  return header as BackupHeader;
}

function isEncryption(value: unknown): value is Encryption {
  const { cipher, kdf, cost, salt, nonce, check } = (value ?? {}) as Partial<Encryption>;
  return cipher === "AES-256-GCM" && kdf === "scrypt" && Number.isSafeInteger(cost) &&
    [salt, nonce, check].every((part) => typeof part === "string");
}

function spoilt(cause?: unknown): BackupError {
  return new BackupError("tampered", "the header is not as it was written", { cause });
}
