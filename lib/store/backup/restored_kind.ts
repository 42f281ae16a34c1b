import { BackupError } from "./backup_error.ts";
import { FileCursor, MAGIC } from "./container.ts";

/** What a file is from which somebody wants the office back. */
export interface RestoredKind {
  readonly kind: "backup" | "copy";
  /** Of a bare copy: whether its database keeps a log beside itself (WAL); a copy that was made to be one does not. */
  readonly hasLog: boolean;
}

const SQLITE = bytesOf("SQLite format 3\0");
/** Where the header of a database says by which formats it is written and read: 2 is WAL (sqlite.org/fileformat.html). */
const FORMATS = { at: 18, wal: 2 };

/** What lies beside a database, and not the database: its log, its index of that, its older kind of log. */
const BESIDE = [
  [0x37, 0x7f, 0x06, 0x82],
  [0x37, 0x7f, 0x06, 0x83],
  [0x18, 0xe2, 0x2d, 0x00],
  [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7],
].map((bytes) => Uint8Array.from(bytes));

/** ZIP, gzip, 7z, RAR, Zstandard. */
const PACKED = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0x28, 0xb5, 0x2f, 0xfd],
].map((bytes) => Uint8Array.from(bytes));

/** By its first bytes. Throws a BackupError that says what it is instead, and what to do. */
export function restoredKind(file: string): RestoredKind {
  using cursor = new FileCursor(file);
  const head = cursor.read(100);
  const starts = (bytes: Uint8Array) =>
    head.length >= bytes.length && bytes.every((byte, index) => byte === head[index]);
  if (starts(MAGIC)) return { kind: "backup", hasLog: false };
  if (starts(SQLITE)) {
    const formats = head.subarray(FORMATS.at, FORMATS.at + 2);
    return { kind: "copy", hasLog: formats.some((format) => format === FORMATS.wal) };
  }
  if (head.length === 0) {
    throw new BackupError("empty", `${file} is empty: copy the backup again`);
  }
  if (BESIDE.some(starts)) {
    throw new BackupError(
      "log_alone",
      `${file} is what SQLite keeps beside a database (-wal, -shm), and not the database: ` +
        `take a backup, or the .sqlite that lay beside it`,
    );
  }
  if (PACKED.some(starts)) {
    throw new BackupError("packed", `${file} is compressed: unpack it first`);
  }
  throw new BackupError("foreign", `${file} is no backup of Belltower`);
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
