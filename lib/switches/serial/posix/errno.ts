import { PortError, type PortErrorCode } from "../port.ts";
import type { ErrnoName, Platform } from "../../../base/posix/platform.ts";

/** What an errno means when a device is opened; every other one is `failed`. */
const AT_OPEN: Partial<Record<ErrnoName, PortErrorCode>> = {
  ENOENT: "not_found",
  ENOTDIR: "not_found",
  ELOOP: "not_found",
  // A device node without a device behind it, and a pseudo-terminal whose other end has just gone.
  ENXIO: "not_found",
  ENODEV: "not_found",
  EIO: "not_found",
  EACCES: "no_permission",
  EPERM: "no_permission",
  // EBUSY: somebody set TIOCEXCL. EAGAIN: somebody holds the flock.
  EBUSY: "in_use",
  EAGAIN: "in_use",
  ENOTTY: "not_a_terminal",
  EISDIR: "not_a_terminal",
};

/** What an errno means when a device that was open is read or written: all of these are a pulled plug. */
const WHEN_OPEN: Partial<Record<ErrnoName, PortErrorCode>> = {
  EIO: "unplugged",
  ENXIO: "unplugged",
  ENODEV: "unplugged",
  EBADF: "unplugged",
};

/**
 * The error for a call that returned `result` (a negative errno) while the device was being opened.
 * `action` completes "… failed", such as `opening /dev/ttyUSB0`.
 */
export function openError(platform: Platform, action: string, result: number): PortError {
  return portError(platform, AT_OPEN, action, result);
}

/** The same for a device that was open. */
export function useError(platform: Platform, action: string, result: number): PortError {
  return portError(platform, WHEN_OPEN, action, result);
}

function portError(
  platform: Platform,
  meanings: Partial<Record<ErrnoName, PortErrorCode>>,
  action: string,
  result: number,
): PortError {
  const errno = -result;
  const name = nameOf(platform, errno);
  const code = (name === null ? undefined : meanings[name]) ?? "failed";
  const word = name === null ? `errno ${errno}` : `${name}, errno ${errno}`;
  return new PortError(code, `${action} failed: ${MEANINGS[code]} (${word})`, errno);
}

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

function nameOf(platform: Platform, errno: number): ErrnoName | null {
  for (const name of Object.keys(platform.errno) as ErrnoName[]) {
    if (platform.errno[name] === errno) return name;
  }
  return null;
}
