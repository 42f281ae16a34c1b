/** What a server did to its files, in order, as `tests/support/record_files.c` wrote it down. */
export type Recorded =
  /** A file was made (`created`) or opened: from now on `inode` is the file at `path`. */
  | {
    readonly kind: "opened";
    readonly path: string;
    readonly inode: number;
    readonly created: boolean;
  }
  | {
    readonly kind: "write";
    readonly inode: number;
    readonly offset: number;
    readonly data: Uint8Array;
  }
  | { readonly kind: "truncate"; readonly inode: number; readonly size: number }
  | { readonly kind: "sync"; readonly inode: number }
  | { readonly kind: "sync_failed"; readonly inode: number }
  | { readonly kind: "sync_folder"; readonly path: string }
  | { readonly kind: "rename"; readonly from: string; readonly to: string }
  | { readonly kind: "unlink"; readonly path: string }
  | { readonly kind: "device_opened" }
  | { readonly kind: "heard"; readonly data: Uint8Array }
  | { readonly kind: "answered"; readonly data: Uint8Array }
  /** The test's own: something was promised to somebody before this moment. */
  | { readonly kind: "promise"; readonly what: string };

const HEAD_BYTES = 32;
const PROMISE = "P";

/** Appends a promise to the record of a running server; `what` is any text. */
export async function notePromise(file: string, what: string): Promise<void> {
  const data = new TextEncoder().encode(what);
  const record = new Uint8Array(HEAD_BYTES + data.length);
  record[0] = PROMISE.charCodeAt(0);
  new DataView(record.buffer).setUint32(24, data.length, true);
  record.set(data, HEAD_BYTES);
  // One write at the end of the file: it falls between two records of the server.
  using log = await Deno.open(file, { append: true });
  await log.write(record);
}

/** Throws an Error for a record that it does not know. */
export async function readRecording(file: string): Promise<Recorded[]> {
  const bytes = await Deno.readFile(file);
  const view = new DataView(bytes.buffer);
  const text = new TextDecoder();
  const records: Recorded[] = [];
  for (let at = 0; at < bytes.length;) {
    const kind = String.fromCharCode(bytes[at]!);
    const pathEnd = at + HEAD_BYTES + view.getUint32(at + 4, true);
    const inode = Number(view.getBigUint64(at + 8, true));
    const offset = Number(view.getBigUint64(at + 16, true));
    const end = pathEnd + view.getUint32(at + 24, true);
    const path = text.decode(bytes.subarray(at + HEAD_BYTES, pathEnd));
    records.push(recorded(kind, { path, inode, offset, data: bytes.subarray(pathEnd, end) }));
    at = end;
  }
  return records;
}

function recorded(
  kind: string,
  { path, inode, offset, data }: {
    path: string;
    inode: number;
    offset: number;
    data: Uint8Array;
  },
): Recorded {
  const text = () => new TextDecoder().decode(data);
  switch (kind) {
    case "C":
      return { kind: "opened", path, inode, created: true };
    case "O":
      return { kind: "opened", path, inode, created: false };
    case "W":
      return { kind: "write", inode, offset, data };
    case "T":
      return { kind: "truncate", inode, size: offset };
    case "S":
      return { kind: "sync", inode };
    case "X":
      return { kind: "sync_failed", inode };
    case "D":
      return { kind: "sync_folder", path };
    case "R":
      return { kind: "rename", from: path, to: text() };
    case "U":
      return { kind: "unlink", path };
    case "V":
      return { kind: "device_opened" };
    case "I":
      return { kind: "heard", data };
    case "A":
      return { kind: "answered", data };
    case PROMISE:
      return { kind: "promise", what: text() };
    default:
      throw new Error(`the recording has a record of the kind ${JSON.stringify(kind)}`);
  }
}
