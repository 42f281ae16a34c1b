import { PortError, type SerialSettings } from "../port.ts";
import { DescriptorCell } from "./descriptor_cell.ts";
import { DescriptorPort } from "./descriptor_port.ts";
import { openError } from "./errno.ts";
import type { Libc } from "../../../base/posix/libc.ts";
import { portLibc } from "./port_libc.ts";
import { describeSettings, describeTermios, rawTermios, sameTermios } from "./termios.ts";
import type { WaitReadable } from "./wait_readable.ts";

const LOCK_EXCLUSIVE_NOW = 2 | 4; // LOCK_EX | LOCK_NB
const UNLOCK = 8; // LOCK_UN
/** Of 4096 bytes: more than any system keeps. */
const MOST_READS = 64;
const DTR_AND_RTS = 0x002 | 0x004; // TIOCM_DTR | TIOCM_RTS

export interface OpenedDevice {
  readonly port: DescriptorPort;
  /** Whether bytes were waiting in the device. They have been discarded: they are older than the opening. */
  readonly waiting: boolean;
}

export interface SerialDeviceOptions {
  /** Where the descriptor is kept; the cell must be empty. */
  readonly cell?: DescriptorCell;
  readonly wait?: WaitReadable;
}

/**
 * Opens a serial device, or the slave of a pseudo-terminal, for this program alone: raw, with these
 * settings, DTR and RTS on. The path is resolved now, so a symbolic link may have moved since the last time.
 * @throws PortError `not_found`, `no_permission`, `in_use`, `not_a_terminal`; `unsupported` where the
 * device did not take the settings; `failed` for anything else.
 */
export function openSerialDevice(
  path: string,
  settings: SerialSettings,
  { cell = new DescriptorCell(), wait }: SerialDeviceOptions = {},
): OpenedDevice {
  const c = portLibc();
  const flags = c.platform.open;
  const fd = c.open(
    path,
    flags.readWrite | flags.noControllingTerminal | flags.nonBlocking | flags.closeOnExec,
  );
  if (fd < 0) throw openError(c.platform, `opening ${path}`, fd);
  cell.put(fd);
  try {
    // The lock is the first thing: nothing about a device that another program holds may be changed.
    claim(c, fd, path);
    const taken = configure(c, fd, path, settings);
    raiseModemLines(c, fd);
    const waiting = discardWaiting(c, fd);
    const port = new DescriptorPort(c, {
      name: path,
      settings: taken,
      cell,
      fd,
      release: (held) => release(c, held),
      wait,
    });
    return { port, waiting };
  } catch (error) {
    closeCell(cell);
    throw error;
  }
}

/** Frees and closes the device whose descriptor is in the cell, if one is: for the cell of an ended worker. */
export function closeCell(cell: DescriptorCell): void {
  const fd = cell.take();
  if (fd === null) return;
  const c = portLibc();
  release(c, fd);
  c.close(fd);
}

/**
 * TIOCEXCL keeps out every program but root's; flock keeps out root's too, where it asks for the lock as
 * well. flock before termios, and the terminal check before TIOCEXCL, since a regular file has no such request.
 */
function claim(c: Libc, fd: number, path: string): void {
  const locked = c.flock(fd, LOCK_EXCLUSIVE_NOW);
  if (locked < 0) throw openError(c.platform, `locking ${path}`, locked);
  const exclusive = c.ioctl(fd, c.platform.request.exclusive);
  if (exclusive < 0) throw openError(c.platform, `claiming ${path}`, exclusive);
}

/**
 * Both locks, although closing gives them up too: a wait on another thread may hold the device open a little
 * longer. The output is dropped first, since closing a device that takes no bytes any more waits 30 s for it.
 * The device may be gone, so what these calls return changes nothing.
 */
function release(c: Libc, fd: number): void {
  c.tcflush(fd, c.platform.flush.output);
  c.ioctl(fd, c.platform.request.notExclusive);
  c.flock(fd, UNLOCK);
}

function configure(c: Libc, fd: number, path: string, settings: SerialSettings): string {
  const { termios: layout, request } = c.platform;
  const asked = rawTermios(layout, settings);
  const set = c.ioctl(fd, request.setTermios, asked);
  if (set < 0) throw openError(c.platform, `setting ${path}`, set);
  const taken = new Uint8Array(layout.size);
  const got = c.ioctl(fd, request.getTermios, taken);
  if (got < 0) throw openError(c.platform, `reading the settings of ${path}`, got);
  if (sameTermios(layout, asked, taken)) return describeTermios(layout, taken);
  const [wanted, has] = [describeSettings(settings), describeTermios(layout, taken)];
  throw new PortError("unsupported", `${path} took ${has} where ${wanted} was asked for`);
}

/** A pseudo-terminal has no such lines and refuses; a device that has none works without them. */
function raiseModemLines(c: Libc, fd: number): void {
  c.ioctl(fd, c.platform.request.setModemLines, new Uint8Array([DTR_AND_RTS, 0, 0, 0]));
}

/**
 * Whether there were any. They are read and not flushed: what comes between a count and a flush would be lost
 * without a sign. A device that floods is left to the reader in the end.
 */
function discardWaiting(c: Libc, fd: number): boolean {
  const waste = new Uint8Array(4096);
  let reads = 0;
  while (reads < MOST_READS && c.read(fd, waste) > 0) reads++;
  return reads > 0;
}
