/** No serial line is faster than 230,400 baud, and none that a PBX has than this: 115,200 baud, 8N1. */
const USUAL_BYTES_PER_SECOND = 11_520;
/** What waited in the device when it was opened, or while the machine slept, comes at once. */
const BURST_BYTES = 65_536;

/**
 * How fast a device is read. Whatever calls itself a serial line can send faster than any: what is not read waits
 * in the device and holds up its sender, and neither memory nor the disk are filled. Times are in ms.
 */
export class IntakePace {
  readonly #bytesPerMs: number;
  readonly #clock: () => number;
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

  /** The device was closed: whoever waits for room goes on, to find that out. */
  interrupt(): void {
    this.#interrupted = true;
    this.#wake();
  }

  /** Resolves when the device may be read again, or is closed. */
  async room(): Promise<void> {
    this.#interrupted = false;
    for (let wait = this.#wait(); wait > 0 && !this.#interrupted; wait = this.#wait()) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait);
        this.#wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  /** How long to wait, in ms. */
  #wait(): number {
    const now = this.#clock();
    this.#credit = Math.min(BURST_BYTES, this.#credit + (now - this.#creditAt) * this.#bytesPerMs);
    this.#creditAt = now;
    return this.#credit >= 0 ? 0 : Math.ceil(-this.#credit / this.#bytesPerMs);
  }
}
