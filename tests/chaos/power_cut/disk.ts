import { dirname } from "node:path";
import type { Recorded } from "./recording.ts";

/** What of a write reaches the disk as a whole or not at all. */
const SECTOR_BYTES = 512;

type Change = Extract<Recorded, { kind: "write" | "truncate" }>;

type NameChange =
  | { readonly kind: "made"; readonly path: string; readonly file: StoredFile }
  | Extract<Recorded, { kind: "rename" | "unlink" }>;

/** A file: what is surely on the disk, and what has been written since and may be. */
interface StoredFile {
  content: Uint8Array;
  pending: Change[];
}

/**
 * A disk that promises what POSIX does and nothing more: what a file held when it was last synced, and the names
 * that a folder had when it was last synced. What came later is there after a power cut, or not, or in parts.
 */
export class Disk {
  /** By inode, as the program has them open. */
  readonly #open = new Map<number, StoredFile>();
  /** As the program sees them. */
  readonly #names = new Map<string, StoredFile>();
  /** As they surely are on the disk. */
  readonly #storedNames = new Map<string, StoredFile>();
  #pendingNames: NameChange[] = [];

  /** A file that was there, and synced, before all. */
  put(path: string, content: Uint8Array): void {
    const file = { content, pending: [] };
    this.#names.set(path, file);
    this.#storedNames.set(path, file);
  }

  apply(record: Recorded): void {
    switch (record.kind) {
      case "opened":
        this.#opened(record.path, record.inode, record.created);
        break;
      case "write":
      case "truncate":
        this.#file(record.inode).pending.push(record);
        break;
      case "sync": {
        const file = this.#file(record.inode);
        file.content = changed(file.content, file.pending);
        file.pending = [];
        break;
      }
      case "sync_failed": {
        // The system may take what it could not write for written: it is read from memory, and never tried again.
        const file = this.#file(record.inode);
        file.pending = file.pending.filter(({ kind }) => kind === "truncate");
        break;
      }
      case "sync_folder": {
        const ofFolder = (change: NameChange) => foldersOf(change).includes(record.path);
        for (const change of this.#pendingNames.filter(ofFolder)) rename(this.#storedNames, change);
        this.#pendingNames = this.#pendingNames.filter((change) => !ofFolder(change));
        break;
      }
      case "rename":
      case "unlink":
        rename(this.#names, record);
        this.#pendingNames.push(record);
        break;
      case "device_opened":
      case "heard":
      case "answered":
      case "promise":
        break;
      default:
        record satisfies never;
    }
  }

  /** The files as they may be when the power is cut now; `random` (0 to 1) chooses among all that they may be. */
  afterPowerCut(random: () => number): Map<string, Uint8Array> {
    const names = new Map(this.#storedNames);
    const keepName = chooser(random);
    for (const change of this.#pendingNames) if (keepName()) rename(names, change);
    const files = new Map<StoredFile, Uint8Array>();
    for (const file of new Set(names.values())) {
      const keep = chooser(random);
      const kept = file.pending.flatMap((change) => keptParts(change, keep));
      files.set(file, changed(file.content, kept));
    }
    return new Map([...names].map(([path, file]) => [path, files.get(file)!]));
  }

  #opened(path: string, inode: number, created: boolean): void {
    let file = this.#names.get(path);
    if (created || file === undefined) {
      file = { content: new Uint8Array(0), pending: [] };
      this.#names.set(path, file);
      this.#pendingNames.push({ kind: "made", path, file });
    }
    this.#open.set(inode, file);
  }

  #file(inode: number): StoredFile {
    const file = this.#open.get(inode);
    if (file === undefined) throw new Error(`the recording never opened the file ${inode}`);
    return file;
  }
}

/** All, nothing, the first so many, or any: one of the ways in which what was not synced may have come through. */
function chooser(random: () => number): () => boolean {
  const way = random();
  if (way < 0.2) return () => true;
  if (way < 0.4) return () => false;
  if (way < 0.6) {
    let goesOn = true;
    return () => goesOn &&= random() < 0.8;
  }
  const share = random();
  return () => random() < share;
}

/** Of a write, the sectors that came through. */
function keptParts(change: Change, keep: () => boolean): Change[] {
  if (change.kind === "truncate") return keep() ? [change] : [];
  const parts: Change[] = [];
  const { inode, offset, data } = change;
  for (let from = 0; from < data.length;) {
    const end = Math.min(data.length, from + SECTOR_BYTES - (offset + from) % SECTOR_BYTES);
    if (keep()) {
      parts.push({ kind: "write", inode, offset: offset + from, data: data.subarray(from, end) });
    }
    from = end;
  }
  return parts;
}

function changed(content: Uint8Array, changes: readonly Change[]): Uint8Array {
  if (changes.length === 0) return content;
  let size = content.length;
  let most = size;
  for (const change of changes) {
    size = change.kind === "truncate"
      ? change.size
      : Math.max(size, change.offset + change.data.length);
    most = Math.max(most, size);
  }
  const bytes = new Uint8Array(most);
  bytes.set(content);
  let end = content.length;
  for (const change of changes) {
    if (change.kind === "write") {
      bytes.set(change.data, change.offset);
      end = Math.max(end, change.offset + change.data.length);
    } else {
      // What is cut off reads as zeros, should the file grow again.
      if (change.size < end) bytes.fill(0, change.size, end);
      end = change.size;
    }
  }
  return bytes.slice(0, size);
}

function rename(names: Map<string, StoredFile>, change: NameChange): void {
  if (change.kind === "made") names.set(change.path, change.file);
  else if (change.kind === "unlink") names.delete(change.path);
  else {
    // Whose making was lost has no other name either.
    const file = names.get(change.from);
    if (file === undefined) return;
    names.delete(change.from);
    names.set(change.to, file);
  }
}

function foldersOf(change: NameChange): string[] {
  return change.kind === "rename"
    ? [dirname(change.from), dirname(change.to)]
    : [dirname(change.path)];
}
