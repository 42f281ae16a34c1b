/** Calls in one block of a mark, as the database keeps it. */
export const BLOCK_IDS = 8192;
export const BLOCK_BYTES = BLOCK_IDS / 8;

/** How many IDs `inOrder` gives at a time. */
const BATCH = 256;

/**
 * A set of small positive whole numbers, a bit each: five million of them are 625 kB, whatever is in the set.
 * Two sets that are combined have the same capacity.
 */
export class IdSet {
  readonly words: Uint32Array<ArrayBuffer>;

  /** For numbers from 0 up to, not including, `capacity`, which is rounded up to whole blocks. */
  constructor(readonly capacity: number) {
    this.words = new Uint32Array(Math.ceil(capacity / BLOCK_IDS) * BLOCK_IDS / 32);
  }

  add(id: number): void {
    const word = id >>> 5;
    if (word < this.words.length) this.words[word] = this.words[word]! | (1 << (id & 31));
  }

  delete(id: number): void {
    const word = id >>> 5;
    if (word < this.words.length) this.words[word] = this.words[word]! & ~(1 << (id & 31));
  }

  has(id: number): boolean {
    return ((this.words[id >>> 5] ?? 0) >>> (id & 31) & 1) === 1;
  }

  copy(): IdSet {
    const set = new IdSet(this.capacity);
    set.words.set(this.words);
    return set;
  }

  /** Keeps what `other` has too. */
  and(other: IdSet): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = words[i]! & (other.words[i] ?? 0);
    return this;
  }

  /** Keeps what `other` has not. */
  without(other: IdSet): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = words[i]! & ~(other.words[i] ?? 0);
    return this;
  }

  /** Takes in what `other` has. */
  or(other: IdSet): this {
    const { words } = this;
    for (let i = 0; i < words.length; i++) words[i] = words[i]! | (other.words[i] ?? 0);
    return this;
  }

  /** Keeps the numbers from `first` to `last`, both included. */
  between(first: number, last: number): this {
    return this.within([{ first, last }]);
  }

  /** Keeps the numbers of these ranges, which follow each other, both ends included. */
  within(ranges: readonly { readonly first: number; readonly last: number }[]): this {
    let next = 0;
    for (const { first, last } of ranges) {
      if (first > last) continue;
      this.#clear(next, first - 1);
      next = last + 1;
    }
    this.#clear(next, this.words.length * 32);
    return this;
  }

  #clear(first: number, last: number): void {
    const { words } = this;
    const end = Math.min(words.length - 1, Math.floor(last / 32));
    for (let i = Math.floor(first / 32); i <= end; i++) {
      words[i] = words[i]! & ~mask(first - i * 32, last - i * 32);
    }
  }

  get size(): number {
    let size = 0;
    for (let i = 0; i < this.words.length; i++) size += bitsIn(this.words[i]!);
    return size;
  }

  /** How many of these numbers it has. */
  countOf(ids: Uint32Array): number {
    const { words } = this;
    let count = 0;
    for (let i = 0; i < ids.length; i++) count += words[ids[i]! >>> 5]! >>> (ids[i]! & 31) & 1;
    return count;
  }

  /** Those of these numbers that it has, in the same order. */
  among(ids: Uint32Array): number[] {
    const { words } = this;
    const found: number[] = [];
    for (let i = 0; i < ids.length; i++) {
      const id = ids[i]!;
      if ((words[id >>> 5]! >>> (id & 31) & 1) === 1) found.push(id);
    }
    return found;
  }

  /** The numbers in batches, the highest first (`up`: the lowest first), without the first `skip` of them. */
  *inOrder(up: boolean, skip = 0): Generator<number[], void, undefined> {
    const { words } = this;
    let batch: number[] = [];
    for (let step = 0; step < words.length; step++) {
      const at = up ? step : words.length - 1 - step;
      let word = words[at]!;
      if (word === 0) continue;
      if (skip > 0) {
        const here = bitsIn(word);
        if (here <= skip) {
          skip -= here;
          continue;
        }
      }
      while (word !== 0) {
        const bit = up ? 31 - Math.clz32(word & -word) : 31 - Math.clz32(word);
        word &= ~(1 << bit);
        if (skip > 0) skip--;
        else batch.push(at * 32 + bit);
      }
      if (batch.length >= BATCH) {
        yield batch;
        batch = [];
      }
    }
    if (batch.length > 0) yield batch;
  }

  /** All numbers, the lowest first; for small sets. */
  toArray(): number[] {
    return [...this.inOrder(true)].flat();
  }
}

/** The bits from `first` to `last` of a word; either may lie outside of it. */
function mask(first: number, last: number): number {
  const from = first <= 0 ? -1 : -1 << first;
  const to = last >= 31 ? -1 : ~(-1 << (last + 1));
  return from & to;
}

/** How many bits of a word are set (Hacker's Delight, 5-1). */
function bitsIn(word: number): number {
  word -= (word >>> 1) & 0x55555555;
  word = (word & 0x33333333) + ((word >>> 2) & 0x33333333);
  word = (word + (word >>> 4)) & 0x0f0f0f0f;
  return Math.imul(word, 0x01010101) >>> 24;
}
