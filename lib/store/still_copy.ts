import { Buffer } from "node:buffer";

const CHUNK = 1024 * 1024;

/** Where the header of a database says that it has a write-ahead log (2) or not (1); sqlite.org/fileformat.html. */
const LOG_BYTES = [18, 19] as const;

/**
 * Copies the database file `source` to the new file `target`, which is readable by this user alone and says that it
 * needs no log beside it. Nobody may write to `source` meanwhile, and nothing of it may be in a log.
 */
export function copyDatabase(source: string, target: string): void {
  using from = Deno.openSync(source);
  using to = Deno.openSync(target, { write: true, createNew: true, mode: 0o600 });
  for (const chunk of chunksOf(from)) {
    for (let rest = chunk; rest.length > 0;) rest = rest.subarray(to.writeSync(rest));
  }
  to.syncSync();
}

/** Whether `copy` is what `copyDatabase` would make of `source`. */
export function isCopyOf(copy: string, source: string): boolean {
  if (Deno.statSync(copy).size !== Deno.statSync(source).size) return false;
  using one = Deno.openSync(copy);
  using other = Deno.openSync(source);
  const copied = chunksOf(one);
  for (const chunk of chunksOf(other)) {
    const { value } = copied.next();
    if (value === undefined || Buffer.compare(value, chunk) !== 0) return false;
  }
  return true;
}

/** The whole file in pieces, as it is when it has no log. */
function* chunksOf(file: Deno.FsFile): Generator<Uint8Array> {
  for (let first = true;; first = false) {
    const chunk = nextChunk(file);
    if (chunk.length === 0) return;
    if (first) { for (const at of LOG_BYTES) chunk[at] = 1; }
    yield chunk;
  }
}

/** As long as it can be: shorter only at the end of the file. */
function nextChunk(file: Deno.FsFile): Uint8Array {
  const chunk = new Uint8Array(CHUNK);
  let length = 0;
  while (length < CHUNK) {
    const read = file.readSync(chunk.subarray(length));
    if (read === null) break;
    length += read;
  }
  return chunk.subarray(0, length);
}
