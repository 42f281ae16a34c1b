/** Goes through DATA from left to right, and never past its end. */
export class Cursor {
  #at = 0;

  constructor(readonly text: string) {}

  /** The next `count` characters; null, and nothing taken, where there are fewer. */
  take(count: number): string | null {
    if (this.#at + count > this.text.length) return null;
    this.#at += count;
    return this.text.slice(this.#at - count, this.#at);
  }

  /** All that is left, perhaps nothing. */
  rest(): string {
    const left = this.text.slice(this.#at);
    this.#at = this.text.length;
    return left;
  }

  get atEnd(): boolean {
    return this.#at === this.text.length;
  }
}
