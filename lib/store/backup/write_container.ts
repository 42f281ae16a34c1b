import {
  type BackupHeader,
  binding,
  CHUNK_BYTES,
  FileCursor,
  headBytes,
  type Manifest,
  u32,
} from "./container.ts";
import { joined, newEncryption, OPEN_SEAL } from "./seal.ts";

/** What a backup is made of. */
export interface Contents {
  readonly header: Omit<BackupHeader, "format" | "encryption">;
  readonly manifest: Manifest;
  /** The database's file, which nobody writes to. */
  readonly database: string;
}

/** Writes a backup to the new file `path` and on to the disk; `passphrase` null leaves it plain. Returns its size. */
export async function writeContainer(
  path: string,
  { header, manifest, database }: Contents,
  passphrase: string | null,
  signal: AbortSignal,
): Promise<number> {
  const { encryption, seal } = passphrase === null
    ? { encryption: null, seal: OPEN_SEAL }
    : await newEncryption(passphrase);
  const head = headBytes({ ...header, encryption });
  const bound = binding(head);
  using source = new FileCursor(database);
  using target = Deno.openSync(path, { write: true, createNew: true, mode: 0o600 });
  let size = 0;
  const write = (bytes: Uint8Array) => {
    size += bytes.length;
    for (let rest = bytes; rest.length > 0;) rest = rest.subarray(target.writeSync(rest));
  };
  write(head);
  const chunks = Math.ceil(manifest.bytes / CHUNK_BYTES);
  for (let number = 0; number <= chunks; number++) {
    signal.throwIfAborted();
    const last = number === chunks;
    const chunk = number === 0
      ? new TextEncoder().encode(JSON.stringify(manifest))
      : source.need(Math.min(CHUNK_BYTES, manifest.bytes - source.position));
    const sealed = await seal.close(chunk, bound(number, last));
    write(joined([u32(sealed.length), Uint8Array.of(last ? 1 : 0), sealed]));
  }
  target.syncSync();
  return size;
}
