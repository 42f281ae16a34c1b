import { PortError, type SerialSettings } from "../port.ts";
import { DescriptorCell } from "../posix/descriptor_cell.ts";
import { closeComHandle } from "./com_handle.ts";
import { WIN32 } from "./constants.ts";
import { describeDcb, rawDcb, readSoon, sameDcb } from "./dcb.ts";
import { HandlePort } from "./handle_port.ts";
import { type Kernel32, kernel32 } from "./kernel32.ts";
import { DCB } from "./layouts.ts";
import { openError } from "./win32_error.ts";

type Bytes = Uint8Array<ArrayBuffer>;

export interface OpenedComPort {
  readonly port: HandlePort;
  /** Whether bytes were waiting in the device. They have been discarded: they are older than the opening. */
  readonly waiting: boolean;
}

export interface ComPortOptions {
  /** Where the handle is kept; the cell must be empty. */
  readonly cell?: DescriptorCell;
  readonly k?: Kernel32;
}

/**
 * Opens a serial port (`COM3`, also as `\\.\COM3`) for this program alone: raw, with these settings, DTR and
 * RTS on.
 * @throws PortError `not_found`, `in_use`, `not_a_terminal`; `unsupported` where the device did not take the
 * settings, or where this is not Windows; `failed` for anything else.
 */
export function openComPort(
  path: string,
  settings: SerialSettings,
  { cell = new DescriptorCell(), k = kernel32() }: ComPortOptions = {},
): OpenedComPort {
  const handle = k.openExclusively(devicePath(path));
  if (handle < 0) throw openError(`opening ${path}`, handle);
  cell.put(handle);
  try {
    const taken = configure(k, handle, path, settings);
    const port = new HandlePort(k, { name: path, settings: taken, cell, handle });
    try {
      return { port, waiting: port.discardWaiting() };
    } catch (error) {
      port.close();
      throw error;
    }
  } catch (error) {
    closeComHandle(k, cell);
    throw error;
  }
}

/** Closes the device whose handle is in the cell, if one is: for the cell of an ended worker. */
export function closeComPort(cell: DescriptorCell): void {
  closeComHandle(kernel32(), cell);
}

/**
 * A bare `COM10` is no name of a device, as `COM1` to `COM9` are, while `\\.\COM10` always is:
 * https://learn.microsoft.com/windows/win32/fileio/naming-a-file#win32-device-namespaces
 */
export function devicePath(path: string): string {
  return path.startsWith("\\\\") ? path : `\\\\.\\${path}`;
}

function configure(k: Kernel32, handle: number, path: string, settings: SerialSettings): string {
  const asked = rawDcb(dcbOf(k, handle, path), settings);
  const set = k.setCommState(handle, asked);
  if (set < 0) throw openError(`setting ${path} to ${describeDcb(asked)}`, set);
  const taken = dcbOf(k, handle, path);
  if (!sameDcb(asked, taken)) {
    const [wanted, has] = [describeDcb(asked), describeDcb(taken)];
    throw new PortError("unsupported", `${path} took ${has} where ${wanted} was asked for`);
  }
  const timed = k.setCommTimeouts(handle, readSoon());
  if (timed < 0) throw openError(`setting the time-outs of ${path}`, timed);
  // The DCB has just said the same; a driver that forgets it there hears it here, and one without such
  // lines works without them.
  k.escapeCommFunction(handle, WIN32.SETDTR);
  k.escapeCommFunction(handle, WIN32.SETRTS);
  return describeDcb(taken);
}

function dcbOf(k: Kernel32, handle: number, path: string): Bytes {
  const dcb = new Uint8Array(DCB.size);
  new DataView(dcb.buffer).setUint32(DCB.DCBlength, DCB.size, true);
  const got = k.getCommState(handle, dcb);
  if (got < 0) throw openError(`reading the settings of ${path}`, got);
  return dcb;
}
