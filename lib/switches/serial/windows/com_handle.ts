import type { DescriptorCell } from "../posix/descriptor_cell.ts";
import { WIN32 } from "./constants.ts";
import type { Kernel32 } from "./kernel32.ts";

/** Ends what is under way and empties both queues. */
const EVERYTHING = WIN32.PURGE_RXABORT | WIN32.PURGE_TXABORT | WIN32.PURGE_RXCLEAR |
  WIN32.PURGE_TXCLEAR;

/**
 * Closes the serial device whose handle is in the cell, if one is. What was asked of it is cancelled first,
 * and what it has not sent is dropped, since a driver may wait with the closing until that is sent. The device
 * may be gone, so what these calls return changes nothing.
 */
export function closeComHandle(k: Kernel32, cell: DescriptorCell): void {
  const handle = cell.take();
  if (handle === null) return;
  k.cancelIo(handle);
  k.purgeComm(handle, EVERYTHING);
  k.closeHandle(handle);
}
