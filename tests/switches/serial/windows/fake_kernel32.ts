import { WIN32, WIN32_ERRORS } from "../../../../lib/switches/serial/windows/constants.ts";
import type { Kernel32 } from "../../../../lib/switches/serial/windows/kernel32.ts";
import { DCB, OVERLAPPED } from "../../../../lib/switches/serial/windows/layouts.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** NTSTATUS: how a driver ends a request that was cancelled, and one whose time is up. */
const STATUS_CANCELLED = 0xc0000120 | 0;
const STATUS_TIMEOUT = 0x102;

interface Pending {
  readonly into: Bytes | null;
  readonly overlapped: Bytes;
}

/** A serial device behind the fake, and what a test may make of it. */
export class FakeDevice {
  readonly dcb: Bytes = new Uint8Array(DCB.size);
  readonly arrived: number[] = [];
  readonly pending: Pending[] = [];
  peer: FakeDevice | null = null;
  plugged = true;
  handle: number | null = null;
  /** A driver that sets another speed than it was asked for. */
  onlySpeed: number | null = null;
  /** A driver that never ends what it was asked. */
  deaf = false;
  /** A driver that takes a write and does not end it, as on a line that is held. */
  held = false;
  /** A driver that ends each read at once, with nothing. */
  impatient = false;
  modem = 0;
}

/**
 * kernel32 as its documentation tells it, over devices in memory: what Windows itself does is told by
 * com_pair_test.ts, on Windows. It keeps the rules that a port must not break: no request is written into after
 * its memory was given back, and nothing closed is used.
 */
export class FakeKernel32 implements Kernel32 {
  readonly #devices = new Map<string, FakeDevice>();
  readonly #byHandle = new Map<number, FakeDevice>();
  readonly #events = new Map<number, Set<() => void>>();
  readonly #set = new Set<number>();
  #nextHandle = 4;
  allocated = 0;

  add(name: string): FakeDevice {
    const device = new FakeDevice();
    this.#devices.set(`\\\\.\\${name}`, device);
    return device;
  }

  /** Two devices at the two ends of a cable; one that is closed is unplugged at the other. */
  addPair(one: string, other: string): void {
    const [a, b] = [this.add(one), this.add(other)];
    [a.peer, b.peer] = [b, a];
  }

  get openHandles(): number {
    return this.#byHandle.size + this.#events.size;
  }

  arrive(device: FakeDevice, bytes: Uint8Array): void {
    device.arrived.push(...bytes);
    while (device.arrived.length > 0) {
      const at = device.pending.findIndex(({ into }) => into !== null);
      if (at < 0) return;
      const [read] = device.pending.splice(at, 1);
      this.#endRead(device, read!);
    }
  }

  /** Ends what is pending, as a driver does when time is up or the plug is pulled. */
  end(device: FakeDevice, status: number): void {
    for (const { overlapped } of device.pending.splice(0)) this.#end(overlapped, status, 0);
  }

  timeOut(device: FakeDevice): void {
    this.end(device, STATUS_TIMEOUT);
  }

  unplug(device: FakeDevice): void {
    device.plugged = false;
    this.end(device, STATUS_CANCELLED);
  }

  openExclusively(path: string): number {
    const device = this.#devices.get(path);
    if (device === undefined || !device.plugged) return -WIN32_ERRORS.ERROR_FILE_NOT_FOUND;
    if (device.handle !== null) return -WIN32_ERRORS.ERROR_ACCESS_DENIED;
    device.handle = this.#newHandle();
    this.#byHandle.set(device.handle, device);
    return device.handle;
  }

  closeHandle(handle: number): number {
    const device = this.#byHandle.get(handle);
    if (device === undefined) {
      if (!this.#events.delete(handle)) throw new Error(`${handle} is closed already`);
      return 0;
    }
    this.#byHandle.delete(handle);
    device.handle = null;
    if (device.peer !== null) this.unplug(device.peer);
    return 0;
  }

  readFile(handle: number, into: Bytes, overlapped: Bytes): number {
    const device = this.#device(handle);
    if (!device.plugged) return -WIN32_ERRORS.ERROR_BAD_COMMAND;
    const read = { into, overlapped };
    this.#begin(overlapped);
    if (device.arrived.length > 0) this.#endRead(device, read);
    else if (device.impatient) this.#end(overlapped, STATUS_TIMEOUT, 0);
    else device.pending.push(read);
    return -WIN32_ERRORS.ERROR_IO_PENDING;
  }

  writeFile(handle: number, bytes: Bytes, overlapped: Bytes): number {
    const device = this.#device(handle);
    if (!device.plugged) return -WIN32_ERRORS.ERROR_DEVICE_REMOVED;
    this.#begin(overlapped);
    if (device.held) {
      device.pending.push({ into: null, overlapped });
      return -WIN32_ERRORS.ERROR_IO_PENDING;
    }
    if (device.peer !== null) this.arrive(device.peer, bytes);
    this.#end(overlapped, 0, bytes.length);
    return 0;
  }

  cancelIo(handle: number): number {
    const device = this.#device(handle);
    if (!device.deaf) this.end(device, STATUS_CANCELLED);
    return 0;
  }

  errorOfStatus(status: number): number {
    if (status === STATUS_CANCELLED) return WIN32_ERRORS.ERROR_OPERATION_ABORTED;
    throw new Error(`no error is known of status ${status}`);
  }

  createEvent(): number {
    const event = this.#newHandle();
    this.#events.set(event, new Set());
    return event;
  }

  waitForEvent(event: number, waitMs: number): Promise<boolean> {
    const waiting = this.#events.get(event);
    if (waiting === undefined) throw new Error(`a wait for ${event}, which is closed`);
    if (this.#set.has(event)) return Promise.resolve(true);
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        waiting.delete(wake);
        resolve(this.#set.has(event));
      };
      const timer = setTimeout(wake, waitMs);
      waiting.add(wake);
    });
  }

  /** Nothing can happen in memory while this thread holds. */
  holdForEvent(event: number): boolean {
    return this.#set.has(event);
  }

  allocate(size: number) {
    this.allocated++;
    return { bytes: new Uint8Array(size), free: () => void this.allocated-- };
  }

  getCommState(handle: number, dcb: Bytes): number {
    dcb.set(this.#device(handle).dcb);
    return 0;
  }

  setCommState(handle: number, dcb: Bytes): number {
    const device = this.#device(handle);
    device.dcb.set(dcb);
    const speed = new DataView(device.dcb.buffer);
    if (device.onlySpeed !== null) speed.setUint32(DCB.BaudRate, device.onlySpeed, true);
    return 0;
  }

  setCommTimeouts(): number {
    return 0;
  }

  escapeCommFunction(handle: number, what: number): number {
    const device = this.#device(handle);
    const lines = WIN32.MS_DSR_ON | WIN32.MS_RLSD_ON;
    if (what === WIN32.SETDTR) device.modem |= lines;
    if (what === WIN32.CLRDTR) device.modem &= ~lines;
    if (what === WIN32.SETRTS) device.modem |= WIN32.MS_CTS_ON;
    if (what === WIN32.CLRRTS) device.modem &= ~WIN32.MS_CTS_ON;
    return 0;
  }

  modemStatus(handle: number): number {
    return this.#device(handle).modem;
  }

  purgeComm(handle: number, what: number): number {
    const device = this.#device(handle);
    if ((what & WIN32.PURGE_RXCLEAR) !== 0) device.arrived.length = 0;
    return 0;
  }

  clearCommError(handle: number): number {
    const device = this.#device(handle);
    return device.plugged ? device.arrived.length : -WIN32_ERRORS.ERROR_ACCESS_DENIED;
  }

  #device(handle: number): FakeDevice {
    const device = this.#byHandle.get(handle);
    if (device === undefined) throw new Error(`a call with ${handle}, which is closed`);
    return device;
  }

  #newHandle(): number {
    return this.#nextHandle += 4;
  }

  #begin(overlapped: Bytes): void {
    fieldsOf(overlapped).setBigInt64(OVERLAPPED.Internal, BigInt(WIN32.STATUS_PENDING), true);
    this.#set.delete(eventOf(overlapped));
  }

  #endRead(device: FakeDevice, { into, overlapped }: Pending): void {
    const bytes = device.arrived.splice(0, into!.length);
    into!.set(bytes);
    this.#end(overlapped, 0, bytes.length);
  }

  #end(overlapped: Bytes, status: number, transferred: number): void {
    fieldsOf(overlapped).setInt32(OVERLAPPED.Internal, status, true);
    fieldsOf(overlapped).setBigInt64(OVERLAPPED.InternalHigh, BigInt(transferred), true);
    const event = eventOf(overlapped);
    this.#set.add(event);
    for (const wake of this.#events.get(event) ?? []) wake();
  }
}

function fieldsOf(overlapped: Bytes): DataView {
  return new DataView(overlapped.buffer, overlapped.byteOffset, overlapped.length);
}

function eventOf(overlapped: Bytes): number {
  return Number(fieldsOf(overlapped).getBigInt64(OVERLAPPED.hEvent, true));
}
