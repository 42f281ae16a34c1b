/** Bytes that are read piece by piece and at any place. */
export interface ByteSource {
  readonly size: number;
  /** A copy of the bytes from `at`: `length` of them, fewer where the source ends before; none outside of it. */
  read(at: number, length: number): Uint8Array<ArrayBuffer>;
}

/** A file, of which nothing is kept in memory. Reads in this thread; throws what the system throws. */
export class FileBytes implements ByteSource, Disposable {
  readonly #file: Deno.FsFile;
  readonly size: number;

  constructor(path: string) {
    this.#file = Deno.openSync(path);
    this.size = this.#file.statSync().size;
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    if (!isInside(at, this)) return new Uint8Array();
    const bytes = new Uint8Array(Math.min(length, this.size - at));
    return bytes.subarray(0, this.readInto(bytes, at));
  }

  /** Fills `bytes` from `at`; returns how many there were. */
  readInto(bytes: Uint8Array, at: number): number {
    this.#file.seekSync(at, Deno.SeekMode.Start);
    let filled = 0;
    while (filled < bytes.length) {
      const count = this.#file.readSync(bytes.subarray(filled));
      if (count === null) break;
      filled += count;
    }
    return filled;
  }

  [Symbol.dispose](): void {
    this.#file.close();
  }
}

/** Files say that their parts are anywhere, even where no system can seek to. */
function isInside(at: number, { size }: ByteSource): boolean {
  return at >= 0 && at < size;
}
