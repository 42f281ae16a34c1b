/** How many requests begin before all else has its turn, and how long they may take, in ms. */
const AT_ONCE = 2;
const AT_ONCE_MS = 5;

/**
 * Lets requests begin a few at a time. The runtime hands over all that have come, hundreds of them, and looks at
 * nothing else until the last has begun: here the wire, the streams and the timers come between, and of several
 * addresses each has its turn.
 */
export class Turns {
  readonly #queues = new Map<string, (() => void)[]>();
  #begun = 0;
  #since = 0;
  #turning = false;

  constructor(private readonly clock: () => number) {}

  /** Resolves when a request of `address` may begin; at once, as a rule, and then it is no promise. */
  next(address: string): Promise<void> | void {
    if (this.#queues.size === 0 && this.#isRoom()) {
      this.#begun += 1;
      return;
    }
    return new Promise((resolve) => {
      const queue = this.#queues.get(address);
      if (queue === undefined) this.#queues.set(address, [resolve]);
      else queue.push(resolve);
    });
  }

  #isRoom(): boolean {
    if (!this.#turning) this.#turn();
    return this.#begun < AT_ONCE && this.clock() - this.#since < AT_ONCE_MS;
  }

  async #turn(): Promise<void> {
    this.#turning = true;
    do {
      [this.#begun, this.#since] = [0, this.clock()];
      while (this.#queues.size > 0 && this.#begun < AT_ONCE) {
        this.#beginOne();
        // What was begun runs now, as far as it comes by itself.
        await Promise.resolve();
        if (this.clock() - this.#since >= AT_ONCE_MS) break;
      }
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
    } while (this.#queues.size > 0);
    this.#turning = false;
  }

  /** The first of those who wait the longest for their turn. */
  #beginOne(): void {
    for (const [address, queue] of this.#queues) {
      this.#queues.delete(address);
      const begin = queue.shift();
      if (queue.length > 0) this.#queues.set(address, queue);
      this.#begun += 1;
      return begin?.();
    }
  }
}
