import { PortError } from "../port.ts";
import { WIN32, WIN32_ERRORS } from "./constants.ts";
import { COMSTAT } from "./layouts.ts";

/** A view of memory that the system may go on writing into after the call that was given it. */
export interface SystemMemory {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** After this `bytes` must not be touched. */
  free(): void;
}

/**
 * The functions of kernel32 that a serial port needs. Each returns what the function returns, or the negative
 * error number where it failed, as the POSIX side does.
 *
 * GetLastError belongs to the thread, and any call may change it, so it is read here, at once, or never.
 * Between a call and its reading no code of ours runs, but V8 and Deno may; they change it only where a call of
 * their own fails. So nothing rests on it that is not seen otherwise as well: a request is pending if its
 * OVERLAPPED says so, and done when its event is set, with the reason of a failure in the OVERLAPPED itself.
 *
 * A HANDLE has 32 bits that mean something, sign-extended, even in a 64-bit process:
 * https://learn.microsoft.com/windows/win32/winprog64/interprocess-communication
 */
export interface Kernel32 {
  /** Opens for reading and writing, for this program alone, for overlapped use. Returns the handle. */
  openExclusively(path: string): number;
  closeHandle(handle: number): number;
  /** 0 where it is done already, or the negative number: `-ERROR_IO_PENDING` is the usual one. */
  readFile(handle: number, into: Bytes, overlapped: Bytes): number;
  writeFile(handle: number, bytes: Bytes, overlapped: Bytes): number;
  /** Cancels what any thread has asked of the handle. */
  cancelIo(handle: number): number;
  /** The error number that an NTSTATUS stands for; 0 for success. It is the result, so it cannot get lost. */
  errorOfStatus(status: number): number;

  /** A manual-reset event, not set. */
  createEvent(): number;
  /** Waits on a thread of its own. True when the event is set, false when the time has passed. */
  waitForEvent(event: number, waitMs: number): Promise<boolean>;
  /** The same on this thread; `waitMs` must be short. */
  holdForEvent(event: number, waitMs: number): boolean;
  allocate(size: number): SystemMemory;

  getCommState(handle: number, dcb: Bytes): number;
  setCommState(handle: number, dcb: Bytes): number;
  setCommTimeouts(handle: number, timeouts: Bytes): number;
  escapeCommFunction(handle: number, what: number): number;
  /** The `MS_..._ON` bits. */
  modemStatus(handle: number): number;
  purgeComm(handle: number, what: number): number;
  /** Ends what the last line error holds up; the bytes that wait to be read. */
  clearCommError(handle: number): number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/** `isize` carries a HANDLE as a signed number. */
export const KERNEL32_SYMBOLS = {
  // https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-createfilew
  CreateFileW: {
    parameters: ["buffer", "u32", "u32", "pointer", "u32", "u32", "isize"],
    result: "isize",
  },
  // https://learn.microsoft.com/windows/win32/api/handleapi/nf-handleapi-closehandle
  CloseHandle: { parameters: ["isize"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-readfile
  ReadFile: { parameters: ["isize", "buffer", "u32", "pointer", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/fileapi/nf-fileapi-writefile
  WriteFile: { parameters: ["isize", "buffer", "u32", "pointer", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/fileio/cancelioex-func
  CancelIoEx: { parameters: ["isize", "pointer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-createeventw
  CreateEventW: { parameters: ["pointer", "i32", "i32", "pointer"], result: "isize" },
  // https://learn.microsoft.com/windows/win32/api/synchapi/nf-synchapi-waitforsingleobject
  WaitForSingleObject: { parameters: ["isize", "u32"], result: "u32" },
  // https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualalloc
  VirtualAlloc: { parameters: ["pointer", "usize", "u32", "u32"], result: "pointer" },
  // https://learn.microsoft.com/windows/win32/api/memoryapi/nf-memoryapi-virtualfree
  VirtualFree: { parameters: ["pointer", "usize", "u32"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getcommstate
  GetCommState: { parameters: ["isize", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setcommstate
  SetCommState: { parameters: ["isize", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-setcommtimeouts
  SetCommTimeouts: { parameters: ["isize", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-escapecommfunction
  EscapeCommFunction: { parameters: ["isize", "u32"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-getcommmodemstatus
  GetCommModemStatus: { parameters: ["isize", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-purgecomm
  PurgeComm: { parameters: ["isize", "u32"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/winbase/nf-winbase-clearcommerror
  ClearCommError: { parameters: ["isize", "buffer", "buffer"], result: "i32" },
  // https://learn.microsoft.com/windows/win32/api/errhandlingapi/nf-errhandlingapi-getlasterror
  GetLastError: { parameters: [], result: "u32" },
} as const satisfies Deno.ForeignLibraryInterface;

export const NTDLL_SYMBOLS = {
  // https://learn.microsoft.com/windows/win32/api/winternl/nf-winternl-rtlntstatustodoserror
  RtlNtStatusToDosError: { parameters: ["i32"], result: "u32" },
} as const satisfies Deno.ForeignLibraryInterface;

let opened: Kernel32 | null = null;

/**
 * kernel32 of this system, opened once a thread.
 * @throws PortError `unsupported` where this is not Windows.
 */
export function kernel32(): Kernel32 {
  return opened ??= openKernel32();
}

function openKernel32(): Kernel32 {
  if (Deno.build.os !== "windows") {
    throw new PortError("unsupported", `there is no kernel32 on ${Deno.build.os}`);
  }
  const { symbols: k } = Deno.dlopen("kernel32.dll", {
    ...KERNEL32_SYMBOLS,
    // The only call that waits, so the only one on another thread; its result says all, its last error is lost.
    WaitElsewhere: {
      ...KERNEL32_SYMBOLS.WaitForSingleObject,
      name: "WaitForSingleObject",
      nonblocking: true,
    },
  });
  const { symbols: nt } = Deno.dlopen("ntdll.dll", NTDLL_SYMBOLS);
  const lastError = () => -(k.GetLastError() || WIN32_ERRORS.ERROR_INTERNAL_ERROR);
  /** For functions whose 0 is a failure. */
  const settle = (result: number) => result !== 0 ? 0 : lastError();
  const isSet = (result: number) => result === WIN32.WAIT_OBJECT_0;
  return {
    openExclusively: (path) => {
      const access = WIN32.GENERIC_READ | WIN32.GENERIC_WRITE;
      // A share mode of 0 is what makes it exclusive; no security attributes, so no child inherits the handle.
      const handle = k.CreateFileW(
        wideString(path),
        access >>> 0,
        0,
        null,
        WIN32.OPEN_EXISTING,
        WIN32.FILE_FLAG_OVERLAPPED,
        0n,
      );
      return Number(handle) === WIN32.INVALID_HANDLE_VALUE ? lastError() : Number(handle);
    },
    closeHandle: (handle) => settle(k.CloseHandle(BigInt(handle))),
    readFile: (handle, into, overlapped) =>
      settle(k.ReadFile(BigInt(handle), into, into.length, null, overlapped)),
    writeFile: (handle, bytes, overlapped) =>
      settle(k.WriteFile(BigInt(handle), bytes, bytes.length, null, overlapped)),
    cancelIo: (handle) => settle(k.CancelIoEx(BigInt(handle), null)),
    errorOfStatus: (status) => nt.RtlNtStatusToDosError(status),
    createEvent: () => {
      const event = Number(k.CreateEventW(null, 1, 0, null));
      return event === 0 ? lastError() : event;
    },
    waitForEvent: async (event, waitMs) => isSet(await k.WaitElsewhere(BigInt(event), waitMs)),
    holdForEvent: (event, waitMs) => isSet(k.WaitForSingleObject(BigInt(event), waitMs)),
    allocate: (size) => {
      const kind = WIN32.MEM_RESERVE | WIN32.MEM_COMMIT;
      const pointer = k.VirtualAlloc(null, BigInt(size), kind, WIN32.PAGE_READWRITE);
      if (pointer === null) throw new PortError("failed", "there is no memory for a serial port");
      return {
        bytes: new Uint8Array(Deno.UnsafePointerView.getArrayBuffer(pointer, size)),
        free: () => void k.VirtualFree(pointer, 0n, WIN32.MEM_RELEASE),
      };
    },
    getCommState: (handle, dcb) => settle(k.GetCommState(BigInt(handle), dcb)),
    setCommState: (handle, dcb) => settle(k.SetCommState(BigInt(handle), dcb)),
    setCommTimeouts: (handle, timeouts) => settle(k.SetCommTimeouts(BigInt(handle), timeouts)),
    escapeCommFunction: (handle, what) => settle(k.EscapeCommFunction(BigInt(handle), what)),
    modemStatus: (handle) => {
      const status = new Uint8Array(4);
      const result = settle(k.GetCommModemStatus(BigInt(handle), status));
      return result < 0 ? result : new DataView(status.buffer).getUint32(0, true);
    },
    purgeComm: (handle, what) => settle(k.PurgeComm(BigInt(handle), what)),
    clearCommError: (handle) => {
      const stat = new Uint8Array(COMSTAT.size);
      const result = settle(k.ClearCommError(BigInt(handle), new Uint8Array(4), stat));
      return result < 0 ? result : new DataView(stat.buffer).getUint32(COMSTAT.cbInQue, true);
    },
  };
}

/** UTF-16, little-endian, ended by a zero, as the functions whose names end in W want it. */
export function wideString(text: string): Uint8Array<ArrayBuffer> {
  const units = Uint16Array.from({ length: text.length + 1 }, (_, i) => text.charCodeAt(i) || 0);
  return new Uint8Array(units.buffer);
}
