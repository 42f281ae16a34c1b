import { type Port, PortError } from "../port.ts";
import type { DescriptorCell } from "../posix/descriptor_cell.ts";
import { READ_LASTS_MS, writeLastsMs } from "./dcb.ts";
import type { Kernel32 } from "./kernel32.ts";
import { closeComHandle } from "./com_handle.ts";
import { Request } from "./request.ts";
import { useError } from "./win32_error.ts";

/** Port.read promises no more than this at once; a write goes in such pieces too. */
const REQUEST_BYTES = 4096;

/** How much longer than its own time-out a read may last before the driver is taken for broken. */
const OVERDUE_MS = 2000;

/** A read that ends with nothing long before its time-out; some drivers do not know the time-outs. */
const TOO_SOON_MS = READ_LASTS_MS / 2;
const PAUSE_MS = 10;

/** Of `REQUEST_BYTES`: more than any driver keeps. */
const MOST_READS = 64;

const NOTHING = new Uint8Array(0);

export interface HandlePortOptions {
  readonly name: string;
  readonly settings: string;
  /** Holds the open handle, which the port closes in the end. */
  readonly cell: DescriptorCell;
  readonly handle: number;
}

/**
 * A port over the handle of a serial device, opened for overlapped use. On any other handle the system does
 * one thing after the other: an ACK would wait for the read that waits for the next frame.
 *
 * One read is always with the driver, and outlives the `read` that asked for it: bytes that come in between
 * have a place, and nothing is ever cancelled but by `close`. While a read waits, another thread waits on
 * the read's event, never on the handle, so `close` gives the device up at once.
 *
 * A write is the system's from the moment it is asked: the driver ends it only when the last bit is on the
 * wire, 70 ms later for a frame at 9600 baud. So the next write waits for it, and tells of its failure.
 */
export class HandlePort implements Port {
  readonly name: string;
  readonly settings: string;
  readonly #k: Kernel32;
  readonly #cell: DescriptorCell;
  readonly #handle: number;
  readonly #reading: Request;
  readonly #writing: Request;
  /** How many bytes the write that is under way is to carry. */
  #written = 0;
  #closed = false;
  #failure: PortError | null = null;

  /** @throws PortError `failed` where the system has not what a request needs. */
  constructor(k: Kernel32, { name, settings, cell, handle }: HandlePortOptions) {
    this.#k = k;
    this.name = name;
    this.settings = settings;
    this.#cell = cell;
    this.#handle = handle;
    this.#reading = new Request(k, REQUEST_BYTES);
    this.#writing = new Request(k, REQUEST_BYTES);
  }

  /**
   * Reads what waits in the driver and drops it; whether there was anything. Nothing is purged: what comes
   * between a count and a purge would be lost without a sign. A device that floods is left to the reader.
   */
  discardWaiting(): boolean {
    for (let reads = 0; reads < MOST_READS; reads++) {
      if (this.#count() === 0) return reads > 0;
      if (this.#reading.since === null) this.#ask();
      this.#reading.hold(READ_LASTS_MS);
      this.#readNow();
    }
    return true;
  }

  async read(waitMs: number): Promise<Uint8Array> {
    const end = performance.now() + waitMs;
    for (;;) {
      const bytes = this.#readNow();
      if (bytes.length > 0) return bytes;
      const left = end - performance.now();
      if (left <= 0) return NOTHING;
      // A read whose time is up is asked again; so a wait longer than one read needs no more than that.
      if (this.#reading.since === null) await pause(Math.min(left, PAUSE_MS));
      else await this.#reading.wait(Math.ceil(Math.min(left, READ_LASTS_MS)));
    }
  }

  /** The bytes that there are; none leaves a read with the driver, unless that ended too soon just now. */
  #readNow(): Uint8Array {
    this.#mustWork();
    this.#checkWrite();
    const since = this.#reading.since ?? this.#ask();
    const outcome = this.#reading.outcome();
    if (outcome === null) {
      this.#checkOverdue(since);
      return NOTHING;
    }
    if (outcome.error !== 0) throw this.#fail(useError(`reading ${this.name}`, -outcome.error));
    if (outcome.transferred > 0) return this.#reading.data(outcome.transferred);
    // The count throws where nothing came because nothing is there any more.
    if (performance.now() - since < TOO_SOON_MS) this.#count();
    else this.#ask();
    return NOTHING;
  }

  /** Returns when it was asked. */
  #ask(): number {
    const result = this.#reading.read(this.#handle);
    if (result < 0) throw this.#fail(useError(`reading ${this.name}`, result));
    return this.#reading.since ?? performance.now();
  }

  write(bytes: Uint8Array): void {
    this.#mustWork();
    for (let from = 0; from < bytes.length; from += REQUEST_BYTES) {
      if (this.#writing.since !== null) this.#writing.hold(writeLastsMs(this.#written));
      this.#checkWrite();
      if (this.#writing.since !== null) {
        throw this.#fail(
          new PortError("failed", `writing to ${this.name} failed: it takes no bytes`),
        );
      }
      const piece = bytes.subarray(from, from + REQUEST_BYTES);
      this.#written = piece.length;
      const result = this.#writing.write(this.#handle, piece);
      if (result < 0) throw this.#fail(useError(`writing to ${this.name}`, result));
    }
    this.#checkWrite();
  }

  /** Throws if the last write has failed by now. */
  #checkWrite(): void {
    const outcome = this.#writing.outcome();
    if (outcome === null) return;
    if (outcome.error !== 0) throw this.#fail(useError(`writing to ${this.name}`, -outcome.error));
    if (outcome.transferred === this.#written) return;
    const taken = `it took ${outcome.transferred} of ${this.#written} bytes`;
    throw this.#fail(new PortError("failed", `writing to ${this.name} failed: ${taken}`));
  }

  /** The driver ends every read in its time. One that it does not end is one that it does not know of. */
  #checkOverdue(since: number): void {
    if (performance.now() - since < READ_LASTS_MS + OVERDUE_MS) return;
    throw this.#fail(
      new PortError("unplugged", `reading ${this.name} failed: its driver does not answer`),
    );
  }

  /** The bytes that wait in the driver. Throws where the device is gone. */
  #count(): number {
    const result = this.#k.clearCommError(this.#handle);
    if (result < 0) throw this.#fail(useError(`asking for ${this.name}`, result));
    return result;
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeComHandle(this.#k, this.#cell);
    this.#reading.drop();
    this.#writing.drop();
  }

  #mustWork(): void {
    // Whoever ended this thread has taken the handle out and closed it: the number may be another file's by now.
    const isTaken = this.#cell.peek() !== this.#handle;
    if (this.#closed || isTaken) throw new PortError("closed", `${this.name} is closed`);
    if (this.#failure !== null) throw this.#failure;
  }

  #fail(error: PortError): PortError {
    this.#failure = error;
    return error;
  }
}

function pause(waitMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, waitMs));
}
