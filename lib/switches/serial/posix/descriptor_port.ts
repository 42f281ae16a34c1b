import { type Port, PortError } from "../port.ts";
import type { DescriptorCell } from "./descriptor_cell.ts";
import { useError } from "./errno.ts";
import type { Libc } from "../../../base/posix/libc.ts";
import {
  holdUntilWritable,
  type Readiness,
  type WaitReadable,
  waitReadable,
} from "./wait_readable.ts";

/** Port.read promises no more than this at once. */
const READ_BYTES = 4096;

/**
 * The longest single wait in the kernel. A descriptor is closed only when no wait holds it, since its
 * number could be given to another file while a wait is on its way to the kernel; so this is also how long
 * a close may take to reach the other end. Twenty wake-ups a second cost half a hundredth of a core; a pipe
 * to wake the wait would be two more descriptors that an ended worker leaves behind.
 */
const WAIT_SLICE_MS = 50;

/** How long a device may refuse bytes before `write` calls it broken. A frame of 69 bytes lasts 0.6 s at 1200 baud. */
const WRITE_LIMIT_MS = 1000;

/** The same before `makeRoom` is called. */
const ROOM_LIMIT_MS = 100;

const NOTHING = new Uint8Array(0);

export interface DescriptorPortOptions {
  readonly name: string;
  readonly settings: string;
  /** Holds the open, nonblocking descriptor, which the port closes in the end. */
  readonly cell: DescriptorCell;
  readonly fd: number;
  /** Gives up what must be free at once, even while a wait still holds the descriptor. */
  readonly release: (fd: number) => void;
  readonly wait?: WaitReadable | undefined;
  /** Makes room in a device that takes no more; without it `write` throws `failed` in the end. */
  readonly makeRoom?: () => void;
}

/** A port over a terminal's descriptor: a serial device, or the master of a pseudo-terminal. */
export class DescriptorPort implements Port {
  readonly name: string;
  readonly settings: string;
  readonly #libc: Libc;
  readonly #fd: number;
  readonly #cell: DescriptorCell;
  readonly #release: (fd: number) => void;
  readonly #wait: WaitReadable;
  readonly #makeRoom: (() => void) | null;
  readonly #buffer = new Uint8Array(READ_BYTES);
  #waiting = false;
  #closed = false;
  #failure: PortError | null = null;

  constructor(libc: Libc, options: DescriptorPortOptions) {
    this.#libc = libc;
    this.name = options.name;
    this.settings = options.settings;
    this.#fd = options.fd;
    this.#cell = options.cell;
    this.#release = options.release;
    this.#wait = options.wait ?? waitReadable(libc);
    this.#makeRoom = options.makeRoom ?? null;
  }

  async read(waitMs: number): Promise<Uint8Array> {
    const end = performance.now() + waitMs;
    let readiness: Readiness = "readable";
    for (;;) {
      const bytes = this.#readNow(readiness);
      if (bytes.length > 0) return bytes;
      const left = end - performance.now();
      if (left <= 0) return NOTHING;
      readiness = await this.#waitForBytes(Math.ceil(Math.min(left, WAIT_SLICE_MS)));
    }
  }

  #readNow(readiness: Readiness): Uint8Array {
    this.#mustWork();
    const { errno } = this.#libc.platform;
    const result = this.#libc.read(this.#fd, this.#buffer);
    if (result > 0) return this.#buffer.slice(0, result);
    const nothingYet = result === -errno.EAGAIN || result === -errno.EINTR;
    if (result === 0 || (nothingYet && readiness === "gone")) {
      throw this.#fail(new PortError("unplugged", `reading ${this.name} failed: it hung up`));
    }
    if (nothingYet) return NOTHING;
    throw this.#fail(useError(this.#libc.platform, `reading ${this.name}`, result));
  }

  async #waitForBytes(waitMs: number): Promise<Readiness> {
    this.#waiting = true;
    try {
      return await this.#wait(this.#fd, waitMs);
    } finally {
      this.#waiting = false;
      if (this.#closed) this.#closeDescriptor();
    }
  }

  write(bytes: Uint8Array): void {
    const { errno } = this.#libc.platform;
    const limit = this.#makeRoom === null ? WRITE_LIMIT_MS : ROOM_LIMIT_MS;
    let end = performance.now() + limit;
    let rest = new Uint8Array(bytes);
    while (rest.length > 0) {
      this.#mustWork();
      const result = this.#libc.write(this.#fd, rest);
      if (result >= 0) {
        rest = rest.subarray(result);
      } else if (result === -errno.EAGAIN && performance.now() < end) {
        holdUntilWritable(this.#libc, this.#fd, WAIT_SLICE_MS);
      } else if (result === -errno.EAGAIN && this.#makeRoom !== null) {
        this.#makeRoom();
        end = performance.now() + limit;
      } else if (result !== -errno.EINTR) {
        throw this.#fail(useError(this.#libc.platform, `writing to ${this.name}`, result));
      }
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    if (!this.#isTaken()) this.#release(this.#fd);
    if (!this.#waiting) this.#closeDescriptor();
  }

  /**
   * Whether another thread has closed the device, having ended this one, which comes to its end a little later. The
   * number may be another file's by now: an acknowledgement would be written into the database.
   */
  #isTaken(): boolean {
    return this.#cell.peek() !== this.#fd;
  }

  #mustWork(): void {
    if (this.#closed || this.#isTaken()) throw new PortError("closed", `${this.name} is closed`);
    if (this.#failure !== null) throw this.#failure;
  }

  #fail(error: PortError): PortError {
    this.#failure = error;
    return error;
  }

  /** Nothing can be done about a close that fails: on Linux the descriptor is gone all the same (close(2)). */
  #closeDescriptor(): void {
    const fd = this.#cell.take();
    if (fd !== null) this.#libc.close(fd);
  }
}
