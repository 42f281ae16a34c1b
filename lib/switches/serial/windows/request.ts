import { WIN32, WIN32_ERRORS } from "./constants.ts";
import type { Kernel32, SystemMemory } from "./kernel32.ts";
import { OVERLAPPED } from "./layouts.ts";
import { openError } from "./win32_error.ts";

/** The bytes stand behind the OVERLAPPED. */
const DATA = 64;

/** How long a driver may take to end a request that was cancelled. */
const CANCEL_MS = 100;

/** What became of a request: the bytes that were transferred, and the number of the error or 0. */
export interface Outcome {
  readonly transferred: number;
  readonly error: number;
}

/**
 * A read or a write that the system works on while this program goes on: its OVERLAPPED, its event and its
 * bytes. The system writes into them whenever it likes until the request is done, even when the thread that
 * asked has been ended from outside. So they stand in memory that belongs to the process, and are given back
 * only when the request is done; memory of the thread would by then be something else.
 */
export class Request {
  readonly #k: Kernel32;
  readonly #memory: SystemMemory;
  readonly #event: number;
  readonly #overlapped: Uint8Array<ArrayBuffer>;
  readonly #data: Uint8Array<ArrayBuffer>;
  readonly #fields: DataView;
  #waiting = false;
  #dropped = false;
  /** When it was asked, by performance.now(); null without a request. */
  #since: number | null = null;

  /** @throws PortError `failed` where the system has no event or no memory for it. */
  constructor(k: Kernel32, size: number) {
    this.#k = k;
    this.#event = k.createEvent();
    if (this.#event < 0) throw openError("making an event for a serial port", this.#event);
    this.#memory = k.allocate(DATA + size);
    this.#overlapped = this.#memory.bytes.subarray(0, OVERLAPPED.size);
    this.#data = this.#memory.bytes.subarray(DATA);
    this.#fields = new DataView(this.#memory.bytes.buffer);
  }

  /** When it was asked, by performance.now(); null without a request. */
  get since(): number | null {
    return this.#since;
  }

  /** Asks for as many bytes as there is room for. Returns 0, or the negative error number if it was refused. */
  read(handle: number): number {
    return this.#asked(this.#k.readFile(handle, this.#data, this.#prepare()));
  }

  /** Asks for these bytes to be written, of which there is room for. The same result. */
  write(handle: number, bytes: Uint8Array): number {
    this.#data.set(bytes);
    const data = this.#data.subarray(0, bytes.length);
    return this.#asked(this.#k.writeFile(handle, data, this.#prepare()));
  }

  #prepare(): Uint8Array<ArrayBuffer> {
    this.#overlapped.fill(0);
    this.#fields.setBigInt64(OVERLAPPED.hEvent, BigInt(this.#event), true);
    this.#since = performance.now();
    return this.#overlapped;
  }

  #asked(result: number): number {
    if (result === 0 || result === -WIN32_ERRORS.ERROR_IO_PENDING) return 0;
    this.#since = null;
    return result;
  }

  /** What became of it, once; null as long as the system works on it, and without a request. */
  outcome(): Outcome | null {
    if (this.#since === null || this.#pending()) return null;
    this.#since = null;
    const status = this.#fields.getInt32(OVERLAPPED.Internal, true);
    const transferred = this.#fields.getUint32(OVERLAPPED.InternalHigh, true);
    // A success may be more than 0: a read that timed out ends with STATUS_TIMEOUT.
    return { transferred, error: status >= 0 ? 0 : this.#k.errorOfStatus(status) };
  }

  /** A copy of the first bytes of what was read. */
  data(length: number): Uint8Array {
    return this.#data.slice(0, length);
  }

  /** Waits until it is done or the time has passed; this thread goes on meanwhile. */
  async wait(waitMs: number): Promise<void> {
    this.#waiting = true;
    try {
      await this.#k.waitForEvent(this.#event, waitMs);
    } finally {
      this.#waiting = false;
      if (this.#dropped) this.#free();
    }
  }

  /** The same on this thread. */
  hold(waitMs: number): void {
    this.#k.holdForEvent(this.#event, waitMs);
  }

  /** Gives back what it holds. Whatever was asked has been cancelled. */
  drop(): void {
    this.#dropped = true;
    if (this.#pending()) this.hold(CANCEL_MS);
    // An event must not be closed under a wait, which ends at once, now that the request is done.
    if (!this.#waiting) this.#free();
  }

  #free(): void {
    this.#k.closeHandle(this.#event);
    // A driver that has not ended the request by now may do so at any time: it keeps the memory.
    if (!this.#pending()) this.#memory.free();
  }

  /**
   * The mark is set before the driver hears of the request, and is there still where it was refused: that
   * memory is left alone too, for the sake of the day on which the last error was not the refusal's.
   */
  #pending(): boolean {
    return this.#fields.getInt32(OVERLAPPED.Internal, true) === WIN32.STATUS_PENDING;
  }
}
