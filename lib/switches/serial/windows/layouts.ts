/**
 * Where the fields of the structures stand, in bytes, on 64-bit Windows. `tests/switches/serial/windows/layout_test.ts`
 * compares every number with what a compiler makes of the real headers.
 */

/** https://learn.microsoft.com/windows/win32/api/winbase/ns-winbase-dcb */
export const DCB = {
  size: 28,
  DCBlength: 0,
  BaudRate: 4,
  /** The 32 bits of flags: see `DCB_FLAGS`. */
  flags: 8,
  XonLim: 14,
  XoffLim: 16,
  ByteSize: 18,
  Parity: 19,
  StopBits: 20,
  XonChar: 21,
  XoffChar: 22,
  ErrorChar: 23,
} as const;

/** The bits of each flag of a DCB, all set. */
export const DCB_FLAGS = {
  fBinary: 1 << 0,
  fParity: 1 << 1,
  fOutxCtsFlow: 1 << 2,
  fOutxDsrFlow: 1 << 3,
  fDtrControl: 3 << 4,
  fDsrSensitivity: 1 << 6,
  fTXContinueOnXoff: 1 << 7,
  fOutX: 1 << 8,
  fInX: 1 << 9,
  fErrorChar: 1 << 10,
  fNull: 1 << 11,
  fRtsControl: 3 << 12,
  fAbortOnError: 1 << 14,
} as const;

/** https://learn.microsoft.com/windows/win32/api/winbase/ns-winbase-commtimeouts */
export const COMMTIMEOUTS = {
  size: 20,
  ReadIntervalTimeout: 0,
  ReadTotalTimeoutMultiplier: 4,
  ReadTotalTimeoutConstant: 8,
  WriteTotalTimeoutMultiplier: 12,
  WriteTotalTimeoutConstant: 16,
} as const;

/** https://learn.microsoft.com/windows/win32/api/winbase/ns-winbase-comstat */
export const COMSTAT = { size: 12, cbInQue: 4, cbOutQue: 8 } as const;

/** https://learn.microsoft.com/windows/win32/api/minwinbase/ns-minwinbase-overlapped */
export const OVERLAPPED = {
  size: 32,
  /** The NTSTATUS of the request; `STATUS_PENDING` until it is done. */
  Internal: 0,
  /** The bytes that were transferred. */
  InternalHigh: 8,
  hEvent: 24,
} as const;

/** https://learn.microsoft.com/windows/win32/api/setupapi/ns-setupapi-sp_devinfo_data */
export const SP_DEVINFO_DATA = { size: 32, cbSize: 0 } as const;
