/**
 * Numbers that look random and are the same for the same seed: for sample data and the virtual PBX, never for
 * secrets. The generator is xoshiro128** (Blackman and Vigna, "Scrambled Linear Pseudorandom Number
 * Generators", 2021), its state filled from the seed by a Weyl sequence with MurmurHash3's finalizer.
 */
export class Random {
  readonly #state = new Uint32Array(4);

  constructor(seed: number) {
    for (let i = 0; i < 4; i++) {
      let word = seed + (i + 1) * 0x9e3779b9;
      word = Math.imul(word ^ word >>> 16, 0x85ebca6b);
      word = Math.imul(word ^ word >>> 13, 0xc2b2ae35);
      this.#state[i] = word ^ word >>> 16;
    }
  }

  /** 0 to 1, 1 excluded. */
  next(): number {
    const [a = 0, b = 0, c = 0, d = 0] = this.#state;
    const scrambled = Math.imul(rotated(Math.imul(b, 5), 7), 9) >>> 0;
    const third = c ^ a;
    const fourth = d ^ b;
    this.#state.set([a ^ fourth, b ^ third, third ^ b << 9, rotated(fourth, 11)]);
    return scrambled / 2 ** 32;
  }

  /** `from` to `to`, `to` excluded. */
  between(from: number, to: number): number {
    return from + this.next() * (to - from);
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return Math.floor(this.between(from, to + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of `list`, which must not be empty (RangeError). */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("Nothing can be picked from an empty list.");
    return list[this.whole(0, list.length - 1)] as T;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries<number>(weights) as [K, number][];
    let left = this.between(0, entries.reduce((sum, [, weight]) => sum + weight, 0));
    for (const [key, weight] of entries) {
      left -= weight;
      if (left < 0) return key;
    }
    return this.pick(entries)[0];
  }

  /** `count` different ones of `list`, or all of them in another order where there are fewer. */
  sample<T>(list: readonly T[], count: number): T[] {
    const left = [...list];
    const chosen: T[] = [];
    while (chosen.length < count && left.length > 0) {
      chosen.push(...left.splice(this.whole(0, left.length - 1), 1));
    }
    return chosen;
  }
}

function rotated(word: number, by: number): number {
  return word << by | word >>> 32 - by;
}
