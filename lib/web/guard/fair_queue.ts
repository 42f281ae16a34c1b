/** Those who wait, in turn by where they come from: a crowd from one place holds up itself alone. */
export class FairQueue<Item> {
  /** By place; the place whose turn it is stands first. */
  readonly #waiting = new Map<string, Item[]>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(place: string, item: Item): void {
    const there = this.#waiting.get(place);
    if (there === undefined) this.#waiting.set(place, [item]);
    else there.push(item);
    this.#size += 1;
  }

  /** Takes out who is next; null where nobody waits. */
  next(): Item | null {
    const [first] = this.#waiting;
    if (first === undefined) return null;
    const [place, items] = first;
    const item = items.shift()!;
    this.#waiting.delete(place);
    if (items.length > 0) this.#waiting.set(place, items);
    this.#size -= 1;
    return item;
  }

  /**
   * Takes out the one who came last to the place with the most, so that one more from `place` has room; null where that
   * place itself has as many.
   */
  makeRoomFor(place: string): Item | null {
    const own = this.#waiting.get(place)?.length ?? 0;
    let [largest, most] = ["", own + 1];
    for (const [other, { length }] of this.#waiting) {
      if (length > most) [largest, most] = [other, length];
    }
    if (most === own + 1) return null;
    this.#size -= 1;
    return this.#waiting.get(largest)!.pop()!;
  }
}
