import { JobFailure } from "../job_failure.ts";
import { FileBytes } from "./byte_source.ts";
import { MOST_STRINGS } from "./limits.ts";

const BLOCK = 64 * 1024;
/** Blocks that are held in memory: cells mostly name texts that lie beside each other. */
const HELD = 128;
/** Bytes of a UTF-16 code unit in UTF-8, at most. */
const WIDEST = 3;

/**
 * Millions of texts in a file, of which a few megabytes are held in memory. First all are added; then each is found by
 * its number, from 0. Disposing it removes the file.
 */
export class StringTable implements Disposable {
  readonly #encoder = new TextEncoder();
  readonly #decoder = new TextDecoder();
  readonly #out: Deno.FsFile;
  /** Where each text begins, in its block, which it does not leave. */
  #places = new Float64Array(1024);
  #lengths = new Uint16Array(1024);
  #count = 0;
  /** The block that is being filled, and how much of it is. */
  readonly #block = new Uint8Array(BLOCK);
  #blockAt = 0;
  #used = 0;
  #file: FileBytes | null = null;
  readonly #held = new Map<number, Uint8Array>();

  constructor(private readonly path: string) {
    this.#out = Deno.openSync(path, { write: true, create: true, truncate: true, mode: 0o600 });
  }

  /** Throws JobFailure `excel_texts` where there are too many. A text has at most 20,000 characters. */
  add(text: string): void {
    if (this.#count === MOST_STRINGS) throw new JobFailure("excel_texts", MOST_STRINGS);
    if (this.#count === this.#places.length) this.#grow();
    if (this.#used + text.length * WIDEST > BLOCK) this.#write();
    const { written } = this.#encoder.encodeInto(text, this.#block.subarray(this.#used));
    this.#places[this.#count] = this.#blockAt + this.#used;
    this.#lengths[this.#count++] = written;
    this.#used += written;
  }

  /** Nothing is added any more. */
  finish(): void {
    this.#write();
    this.#file = new FileBytes(this.path);
  }

  /** Null where there is no such number. */
  get(index: number): string | null {
    if (!Number.isInteger(index) || index < 0 || index >= this.#count) return null;
    const [place, length] = [this.#places[index]!, this.#lengths[index]!];
    const at = place % BLOCK;
    return this.#decoder.decode(this.#blockOf(place - at).subarray(at, at + length));
  }

  [Symbol.dispose](): void {
    this.#out.close();
    this.#file?.[Symbol.dispose]();
    Deno.removeSync(this.path);
  }

  #blockOf(at: number): Uint8Array {
    let block = this.#held.get(at);
    if (block !== undefined) return block;
    if (this.#file === null) {
      throw new TypeError("texts are looked up before all of them are there");
    }
    block = this.#held.size < HELD ? new Uint8Array(BLOCK) : this.#longestHeld();
    this.#file.readInto(block, at);
    this.#held.set(at, block);
    return block;
  }

  /** Takes the block away that has been held for longest, for another one. */
  #longestHeld(): Uint8Array {
    const [at, block] = this.#held.entries().next().value!;
    this.#held.delete(at);
    return block;
  }

  /** The whole block, however much of it is used, so that each begins at a multiple of its size. */
  #write(): void {
    for (let rest: Uint8Array = this.#block; rest.length > 0;) {
      rest = rest.subarray(this.#out.writeSync(rest));
    }
    this.#blockAt += BLOCK;
    this.#used = 0;
  }

  #grow(): void {
    const [places, lengths] = [this.#places, this.#lengths];
    this.#places = new Float64Array(places.length * 2);
    this.#places.set(places);
    this.#lengths = new Uint16Array(lengths.length * 2);
    this.#lengths.set(lengths);
  }
}
