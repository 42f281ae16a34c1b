/** What may be told and not yet heard of: more than a line says in seconds, less than would be missed in memory. */
const MOST_UNHEARD = 128;
/** No serial line is faster than 230,400 baud, and none that a PBX has than this: 115,200 baud, 8N1. */
const USUAL_BYTES_PER_SECOND = 11_520;
/** What waited in the device when it was opened, or while the machine slept, comes at once. */
const BURST_BYTES = 65_536;

/**
 * How fast a device is read. Whatever calls itself a serial line can send faster than any: what is not read waits
 * in the device and holds up its sender, and neither memory nor the thread that stores it are filled. Times are in ms.
 */
export class IntakePace {
  readonly #bytesPerMs: number;
  readonly #clock: () => number;
  #unheard = 0;
  #credit = BURST_BYTES;
  #creditAt: number;
  #wake: () => void = () => {};
  #interrupted = false;

  /** `baudRate` is the line's; a byte takes ten bits. */
  constructor(baudRate: number, clock: () => number = () => performance.now()) {
    this.#bytesPerMs = Math.max(USUAL_BYTES_PER_SECOND, baudRate / 10) / 1000;
    this.#clock = clock;
    this.#creditAt = clock();
  }

  /** So many bytes were read. */
  read(bytes: number): void {
    this.#credit -= bytes;
  }

  /** Something was told to the other thread, which will say that it has heard it. */
  told(): void {
    this.#unheard += 1;
  }

  heard(): void {
    // What a worker before this one had told may be heard of here.
    this.#unheard = Math.max(0, this.#unheard - 1);
    this.#wake();
  }

  /** The device was closed: whoever waits for room goes on, to find that out. */
  interrupt(): void {
    this.#interrupted = true;
    this.#wake();
  }

  /** Resolves when the device may be read again, or is closed. */
  async room(): Promise<void> {
    this.#interrupted = false;
    for (;;) {
      const wait = this.#wait();
      if (wait === 0 || this.#interrupted) return;
      await new Promise<void>((resolve) => {
        const timer = wait === null ? undefined : setTimeout(resolve, wait);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** How long to wait: 0 not at all, null until something was heard. */
  #wait(): number | null {
    const now = this.#clock();
    this.#credit = Math.min(BURST_BYTES, this.#credit + (now - this.#creditAt) * this.#bytesPerMs);
    this.#creditAt = now;
    if (this.#unheard >= MOST_UNHEARD) return null;
    return this.#credit >= 0 ? 0 : Math.ceil(-this.#credit / this.#bytesPerMs);
  }
}
