import { createHash } from "node:crypto";
import {
  type BackupHeader,
  binding,
  CHUNK_BYTES,
  FileCursor,
  headBytes,
  type Manifest,
  MARK_BYTES,
  u32,
} from "./container.ts";
import type { InstallationKey } from "./installation_key.ts";
import { joined, newEncryption, OPEN_SEAL } from "./seal.ts";

/** What a backup is made of. */
export interface Contents {
  readonly header: Pick<BackupHeader, "createdAt" | "program" | "schema">;
  readonly manifest: Manifest;
  /** The database's file, which nobody writes to. */
  readonly database: string;
}

/** The length and the last-byte before each chunk. */
const FRAME_BYTES = 5;

export interface ContainerKeys {
  readonly key: InstallationKey;
  /** Null leaves it plain. */
  readonly passphrase: string | null;
  /** scrypt's N, where it is not the usual one. */
  readonly cost?: number | undefined;
}

/**
 * Writes a backup to the new file `path` and on to the disk, marked as made with `key`. Returns its
 * size.
 */
export async function writeContainer(
  path: string,
  { header, manifest, database }: Contents,
  { key, passphrase, cost }: ContainerKeys,
  signal: AbortSignal,
): Promise<number> {
  const { encryption, seal } = passphrase === null
    ? { encryption: null, seal: OPEN_SEAL }
    : await newEncryption(passphrase, cost);
  const first = new TextEncoder().encode(JSON.stringify(manifest));
  const chunks = Math.ceil(manifest.bytes / CHUNK_BYTES);
  const added = (chunks + 1) * (FRAME_BYTES + seal.added);
  const body = first.length + manifest.bytes + added + MARK_BYTES;
  const head = headBytes({ ...header, encryption, body }, key);
  const bound = binding(head);
  using source = new FileCursor(database);
  using target = Deno.openSync(path, { write: true, createNew: true, mode: 0o600 });
  const hash = createHash("sha256");
  const write = (bytes: Uint8Array) => {
    hash.update(bytes);
    for (let rest = bytes; rest.length > 0;) rest = rest.subarray(target.writeSync(rest));
  };
  write(head);
  for (let number = 0; number <= chunks; number++) {
    signal.throwIfAborted();
    const last = number === chunks;
    const chunk = number === 0
      ? first
      : source.need(Math.min(CHUNK_BYTES, manifest.bytes - source.position));
    const sealed = await seal.close(chunk, bound(number, last));
    write(joined([u32(sealed.length), Uint8Array.of(last ? 1 : 0), sealed]));
  }
  write(key.mark("backup", new Uint8Array(hash.copy().digest())));
  target.syncSync();
  return head.length + body;
}
