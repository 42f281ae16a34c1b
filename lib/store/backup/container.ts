/**
 * The file of a backup.
 *
 *     8 bytes   "BELLBKUP"
 *     4 bytes   length of the header, big-endian
 *     header    JSON, in the clear: BackupHeader
 *     32 bytes  the installation's mark of all that stands before (format 2)
 *     chunks    4 bytes length (big-endian), 1 byte 1 for the last chunk and 0 for the others, the sealed chunk
 *     32 bytes  the installation's mark of the SHA-256 of all that stands before (format 2)
 *
 * Chunk 0 is a JSON manifest, the others are the database, 1 MiB each. A chunk is sealed with the SHA-256 of all
 * that stands before the first chunk, its own number (4 bytes, big-endian) and the last-byte bound to it: AES-256-GCM
 * takes them as additional data, a plain backup has the SHA-256 of them and the chunk behind the chunk. So a changed,
 * missing, doubled, moved or foreign chunk is found, and so is a file that ends too early or goes on too long: by
 * anybody, and without the installation's key, so that a new machine can tell a spoilt file from a whole one.
 *
 * The marks (HMAC-SHA-256, installation_key.ts) tell who wrote it: a plain file that somebody else made, and sealed
 * rightly, has none. That of the header is for lists, which read no further. Format 1 has no marks.
 */
import { createHash, type Hash } from "node:crypto";
import { BackupError } from "./backup_error.ts";
import type { InstallationKey } from "./installation_key.ts";
import { type Encryption, joined } from "./seal.ts";

export const MAGIC = new TextEncoder().encode("BELLBKUP");
export const CHUNK_BYTES = 1024 * 1024;
/** The newest, which is written. */
const FORMAT = 2;
export const MARK_BYTES = 32;
const LONGEST_HEADER = 4096;

export interface BackupHeader {
  readonly format: number;
  /** Whose it says it is (`InstallationKey.id`); null in format 1. */
  readonly installation: string | null;
  /** How many bytes stand behind the head: a list sees whether the file is all there. Null in format 1. */
  readonly body: number | null;
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
export function headBytes(
  header: Omit<BackupHeader, "format" | "installation">,
  key: InstallationKey,
): Uint8Array<ArrayBuffer> {
  const whole: BackupHeader = { format: FORMAT, installation: key.id, ...header };
  const json = new TextEncoder().encode(JSON.stringify(whole));
  const marked = joined([MAGIC, u32(json.length), json]);
  return joined([marked, key.mark("head", marked)]);
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

  /** `hash` is given all that is read. Throws a BackupError where the file cannot be opened. */
  constructor(private readonly path: string, private readonly hash: Hash | null = null) {
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
    this.hash?.update(bytes.subarray(0, filled));
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

/** The beginning of a backup: all that stands before its first chunk. */
export interface Head {
  readonly header: BackupHeader;
  readonly bytes: Uint8Array;
  /** The installation's mark at its end; null in format 1. */
  readonly mark: Uint8Array | null;
}

/** Reads the beginning of a backup. Throws a BackupError where it is none. */
export function readHead(file: FileCursor): Head {
  const magic = file.read(MAGIC.length);
  if (magic.length < MAGIC.length || magic.some((byte, index) => byte !== MAGIC[index])) {
    throw new BackupError("foreign", "the file is no backup of Belltower");
  }
  const size = file.need(4);
  const length = new DataView(size.buffer).getUint32(0);
  if (length > LONGEST_HEADER) throw spoilt();
  const json = file.need(length);
  const header = parseHeader(json);
  const marked = joined([magic, size, json]);
  if (header.format === 1) return { header, bytes: marked, mark: null };
  const mark = file.need(MARK_BYTES);
  return { header, bytes: joined([marked, mark]), mark };
}

/** The head at the beginning of `begin`; null where there is none. */
export function parseHead(begin: Uint8Array): Head | null {
  if (begin.length < 12 || MAGIC.some((byte, index) => byte !== begin[index])) return null;
  const end = 12 + new DataView(begin.buffer, begin.byteOffset).getUint32(8);
  if (end > begin.length) return null;
  try {
    const header = parseHeader(begin.subarray(12, end));
    if (header.format === 1) return { header, bytes: begin.subarray(0, end), mark: null };
    const mark = begin.subarray(end, end + MARK_BYTES);
    return { header, bytes: begin.subarray(0, end + MARK_BYTES), mark };
  } catch (error) {
    if (error instanceof BackupError) return null;
    throw error;
  }
}

/** Whether the installation with that key wrote this head, and no other. */
export function isOwnHead({ bytes, mark }: Head, key: InstallationKey | null): boolean {
  if (mark === null || key === null) return false;
  return key.isMark("head", bytes.subarray(0, -MARK_BYTES), mark);
}

function parseHeader(json: Uint8Array): BackupHeader {
  let found: Partial<BackupHeader> | null;
  try {
    found = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(json));
  } catch (cause) {
    throw spoilt(cause);
  }
  const { format, createdAt, program, schema, encryption } = found ?? {};
  if (typeof format === "number" && format > FORMAT) {
    throw new BackupError("newer", `the backup has format ${format}, this program reads ${FORMAT}`);
  }
  const right = isCount(format) && format >= 1 && isCount(createdAt) &&
    createdAt <= LATEST && isCount(schema) && typeof program === "string" &&
    (encryption === null || isEncryption(encryption));
  if (!right) throw spoilt();
  const common = { format, createdAt, program, schema, encryption };
  if (format === 1) return { ...common, installation: null, body: null };
  const { installation, body } = found ?? {};
  if (typeof installation !== "string" || !isCount(body)) throw spoilt();
  return { ...common, installation, body };
}

/** The last moment that a Date can tell, in ms since the epoch. */
const LATEST = 8.64e15;

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}

function isEncryption(value: unknown): value is Encryption {
  const { cipher, kdf, cost, salt, nonce, check } = (value ?? {}) as Partial<Encryption>;
  return cipher === "AES-256-GCM" && kdf === "scrypt" && isCount(cost) &&
    [salt, nonce, check].every((part) => typeof part === "string");
}

function spoilt(cause?: unknown): BackupError {
  return new BackupError("tampered", "the header is not as it was written", { cause });
}
