import { PortError, type PortErrorCode } from "../port.ts";
import { WIN32_ERRORS, type Win32ErrorName } from "./constants.ts";

/** What an error means when a port is opened; every other one is `failed`. */
const AT_OPEN: Partial<Record<Win32ErrorName, PortErrorCode>> = {
  ERROR_FILE_NOT_FOUND: "not_found",
  ERROR_PATH_NOT_FOUND: "not_found",
  ERROR_INVALID_NAME: "not_found",
  ERROR_BAD_PATHNAME: "not_found",
  ERROR_DEV_NOT_EXIST: "not_found",
  ERROR_NO_SUCH_DEVICE: "not_found",
  // The port is listed, but what is behind it is not there: a pulled adapter, a Bluetooth device out of reach.
  ERROR_GEN_FAILURE: "not_found",
  ERROR_SEM_TIMEOUT: "not_found",
  ERROR_DEVICE_NOT_CONNECTED: "not_found",
  ERROR_DEVICE_REMOVED: "not_found",
  // A serial port has no permissions that anybody sets: a driver says this when another program has it open.
  ERROR_ACCESS_DENIED: "in_use",
  ERROR_SHARING_VIOLATION: "in_use",
  ERROR_BUSY: "in_use",
  // What a driver that is none of a serial port says to GetCommState.
  ERROR_INVALID_FUNCTION: "not_a_terminal",
  ERROR_INVALID_HANDLE: "not_a_terminal",
  ERROR_NOT_SUPPORTED: "not_a_terminal",
  // What SetCommState says to a speed or a format that the driver does not have.
  ERROR_INVALID_PARAMETER: "unsupported",
};

/** What an error means when a port that was open is used. Drivers differ in what they say of a pulled plug. */
const WHEN_OPEN: Partial<Record<Win32ErrorName, PortErrorCode>> = {
  ERROR_FILE_NOT_FOUND: "unplugged",
  ERROR_ACCESS_DENIED: "unplugged",
  ERROR_INVALID_HANDLE: "unplugged",
  ERROR_BAD_COMMAND: "unplugged",
  ERROR_GEN_FAILURE: "unplugged",
  ERROR_DEV_NOT_EXIST: "unplugged",
  ERROR_NO_SUCH_DEVICE: "unplugged",
  // A port of a virtual machine, or of Wine, whose other end has gone.
  ERROR_BROKEN_PIPE: "unplugged",
  // Nobody but the system cancels what this program asked, except in `close`, which says `closed`.
  ERROR_OPERATION_ABORTED: "unplugged",
  ERROR_IO_DEVICE: "unplugged",
  ERROR_DEVICE_NOT_CONNECTED: "unplugged",
  ERROR_DEVICE_REMOVED: "unplugged",
};

const MEANINGS: Record<PortErrorCode, string> = {
  not_found: "there is no such device",
  no_permission: "this user may not use the device",
  in_use: "another program has the device open",
  not_a_terminal: "it is no serial port",
  unsupported: "the device does not support it",
  unplugged: "the device went away",
  closed: "the port was closed",
  failed: "the system refused",
};

const NAMES = new Map<number, Win32ErrorName>(
  Object.entries(WIN32_ERRORS).map(([name, number]) => [number, name as Win32ErrorName]),
);

/**
 * The error for a call that returned `result` (a negative error number) while the port was being opened.
 * `action` completes "… failed", such as `opening COM3`.
 */
export function openError(action: string, result: number): PortError {
  return portError(AT_OPEN, action, -result);
}

/** The same for a port that was open. */
export function useError(action: string, result: number): PortError {
  return portError(WHEN_OPEN, action, -result);
}

function portError(
  meanings: Partial<Record<Win32ErrorName, PortErrorCode>>,
  action: string,
  number: number,
): PortError {
  const name = NAMES.get(number);
  const code = (name === undefined ? undefined : meanings[name]) ?? "failed";
  const word = name === undefined ? `error ${number}` : `${name}, error ${number}`;
  return new PortError(code, `${action} failed: ${MEANINGS[code]} (${word})`, number);
}
