/**
 * The numbers of the Windows headers that are used here, under the headers' names. None is typed on trust:
 * `tests/switches/serial/windows/layout_test.ts` compares each with what a compiler makes of the real header.
 */
export const WIN32 = {
  // CreateFileW
  GENERIC_READ: 0x80000000,
  GENERIC_WRITE: 0x40000000,
  OPEN_EXISTING: 3,
  FILE_FLAG_OVERLAPPED: 0x40000000,
  INVALID_HANDLE_VALUE: -1,

  // VirtualAlloc, VirtualFree
  MEM_COMMIT: 0x1000,
  MEM_RESERVE: 0x2000,
  MEM_RELEASE: 0x8000,
  PAGE_READWRITE: 4,

  // WaitForSingleObject, OVERLAPPED.Internal
  WAIT_OBJECT_0: 0,
  STATUS_PENDING: 0x103,

  // DCB, COMMTIMEOUTS
  NOPARITY: 0,
  ODDPARITY: 1,
  EVENPARITY: 2,
  ONESTOPBIT: 0,
  TWOSTOPBITS: 2,
  DTR_CONTROL_ENABLE: 1,
  RTS_CONTROL_ENABLE: 1,
  MAXDWORD: 0xffffffff,

  // PurgeComm
  PURGE_TXABORT: 1,
  PURGE_RXABORT: 2,
  PURGE_TXCLEAR: 4,
  PURGE_RXCLEAR: 8,

  // EscapeCommFunction, GetCommModemStatus
  SETRTS: 3,
  CLRRTS: 4,
  SETDTR: 5,
  CLRDTR: 6,
  MS_CTS_ON: 0x10,
  MS_DSR_ON: 0x20,
  MS_RLSD_ON: 0x80,

  // The registry
  /** A handle, so with its sign. */
  HKEY_LOCAL_MACHINE: 0x80000002 | 0,
  KEY_QUERY_VALUE: 1,
  REG_SZ: 1,

  // SetupAPI
  DIGCF_PRESENT: 2,
  SPDRP_DEVICEDESC: 0,
  SPDRP_FRIENDLYNAME: 12,
  DICS_FLAG_GLOBAL: 1,
  DIREG_DEV: 1,
} as const;

/** The error numbers that mean something to a serial port, by their names in winerror.h. */
export const WIN32_ERRORS = {
  ERROR_INVALID_FUNCTION: 1,
  ERROR_FILE_NOT_FOUND: 2,
  ERROR_PATH_NOT_FOUND: 3,
  ERROR_ACCESS_DENIED: 5,
  ERROR_INVALID_HANDLE: 6,
  ERROR_BAD_COMMAND: 22,
  ERROR_GEN_FAILURE: 31,
  ERROR_SHARING_VIOLATION: 32,
  ERROR_NOT_SUPPORTED: 50,
  ERROR_DEV_NOT_EXIST: 55,
  ERROR_INVALID_PARAMETER: 87,
  ERROR_BROKEN_PIPE: 109,
  ERROR_SEM_TIMEOUT: 121,
  ERROR_INVALID_NAME: 123,
  ERROR_BAD_PATHNAME: 161,
  ERROR_BUSY: 170,
  ERROR_NO_SUCH_DEVICE: 433,
  ERROR_OPERATION_ABORTED: 995,
  ERROR_IO_PENDING: 997,
  ERROR_IO_DEVICE: 1117,
  ERROR_DEVICE_NOT_CONNECTED: 1167,
  ERROR_NOT_FOUND: 1168,
  ERROR_INTERNAL_ERROR: 1359,
  ERROR_DEVICE_REMOVED: 1617,
} as const;

export type Win32ErrorName = keyof typeof WIN32_ERRORS;
