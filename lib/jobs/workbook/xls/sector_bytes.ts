import type { ByteSource } from "../byte_source.ts";

/** Bytes that lie in sectors of another source, `first` bytes behind its beginning. */
export class SectorBytes implements ByteSource {
  readonly size: number;

  constructor(
    private readonly source: ByteSource,
    private readonly sectors: Uint32Array,
    private readonly sectorSize: number,
    private readonly first: number,
    length: number,
  ) {
    this.size = Math.min(length, sectors.length * sectorSize);
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    const end = Math.min(this.size, at + length);
    if (!(at >= 0 && at < end)) return new Uint8Array();
    const bytes = new Uint8Array(end - at);
    let filled = 0;
    while (filled < bytes.length) {
      const { place, run } = this.#runAt(at + filled, bytes.length - filled);
      const piece = this.source.read(place, run);
      bytes.set(piece, filled);
      filled += piece.length;
      // The file ends before its sectors do.
      if (piece.length < run) break;
    }
    return bytes.subarray(0, filled);
  }

  /** Where the byte `at` lies, and how many behind it lie there too: sectors mostly follow each other. */
  #runAt(at: number, most: number): { place: number; run: number } {
    const index = Math.floor(at / this.sectorSize);
    const within = at % this.sectorSize;
    let run = this.sectorSize - within;
    for (let i = index; run < most && this.sectors[i + 1] === this.sectors[i]! + 1; i++) {
      run += this.sectorSize;
    }
    return {
      place: this.first + this.sectors[index]! * this.sectorSize + within,
      run: Math.min(run, most),
    };
  }
}
