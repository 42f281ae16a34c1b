import { createHash } from "node:crypto";
import { BackupError } from "./backup_error.ts";
import {
  type BackupHeader,
  binding,
  CHUNK_BYTES,
  FileCursor,
  isOwnHead,
  type Manifest,
  MARK_BYTES,
  readHead,
} from "./container.ts";
import type { InstallationKey } from "./installation_key.ts";
import { MOST_ADDED, OPEN_SEAL, type Seal, sealOf } from "./seal.ts";

export interface Unpacked {
  readonly header: BackupHeader;
  readonly manifest: Manifest;
  /** Whether the installation with the key wrote every byte of it. */
  readonly marked: boolean;
}

/** What opens a backup, and tells whose it is; null where there is none. */
export interface Keys {
  readonly key: InstallationKey | null;
  readonly passphrase: string | null;
}

/** What a backup says of itself before its first chunk, which nothing vouches for yet. Throws a BackupError. */
export function readHeader(path: string): BackupHeader {
  using file = new FileCursor(path);
  return readHead(file).header;
}

/**
 * Takes the database out of the backup `path` into the new file `database` and on to the disk, and checks every
 * byte on the way. Throws a BackupError where anything is not as it was written; then what is in `database` is worth nothing.
 */
export async function readContainer(
  path: string,
  database: string,
  { key, passphrase }: Keys,
  signal: AbortSignal,
): Promise<Unpacked> {
  const hash = createHash("sha256");
  using file = new FileCursor(path, hash);
  const head = readHead(file);
  const { header } = head;
  const chunks = chunksOf(file, head.bytes, await unlock(header, passphrase), signal);
  const first = await chunks.next();
  const manifest = manifestOf(first.done ? null : first.value);
  using target = Deno.openSync(database, { write: true, createNew: true, mode: 0o600 });
  let written = 0;
  for await (const chunk of chunks) {
    written += chunk.length;
    if (written > manifest.bytes) throw spoilt("its parts make more than the whole");
    for (let rest = chunk; rest.length > 0;) rest = rest.subarray(target.writeSync(rest));
  }
  const digest = new Uint8Array(hash.copy().digest());
  // It is there whoever wrote it.
  const mark = head.mark === null ? null : file.need(MARK_BYTES);
  if (file.read(1).length > 0) throw spoilt("it goes on behind its end");
  if (written !== manifest.bytes) throw spoilt("its parts do not make the whole");
  target.syncSync();
  const marked = key !== null && mark !== null && isOwnHead(head, key);
  if (marked && !key.isMark("backup", digest, mark)) throw spoilt("its end is not its own");
  return { header, manifest, marked };
}

async function unlock({ encryption }: BackupHeader, passphrase: string | null): Promise<Seal> {
  if (encryption === null) return OPEN_SEAL;
  if (passphrase === null) {
    throw new BackupError(
      "passphrase_missing",
      "the backup is encrypted: its passphrase is needed",
    );
  }
  return await sealOf(encryption, passphrase);
}

async function* chunksOf(file: FileCursor, head: Uint8Array, seal: Seal, signal: AbortSignal) {
  const bound = binding(head);
  for (let number = 0, last = false; !last; number++) {
    signal.throwIfAborted();
    const [length, mark] = [file.need(4), file.need(1)[0]];
    const size = new DataView(length.buffer).getUint32(0);
    if (size > CHUNK_BYTES + MOST_ADDED || mark! > 1) throw spoilt(`chunk ${number} is none`);
    last = mark === 1;
    const chunk = await seal.open(file.need(size), bound(number, last));
    if (chunk === null) throw spoilt(`chunk ${number} is not as it was written`);
    yield chunk;
  }
}

function manifestOf(chunk: Uint8Array | null): Manifest {
  if (chunk === null) throw spoilt("it has no manifest");
  let found: Partial<Manifest> | null;
  try {
    found = JSON.parse(new TextDecoder().decode(chunk));
  } catch (cause) {
    throw new BackupError("tampered", "the backup's manifest is none", { cause });
  }
  const { bytes, counts } = found ?? {};
  if (!Number.isSafeInteger(bytes) || typeof counts !== "object" || counts === null) {
    throw spoilt("its manifest is none");
  }
  return { bytes: bytes!, counts };
}

function spoilt(what: string): BackupError {
  return new BackupError("tampered", `the backup was changed after it was written: ${what}`);
}
