import { DescriptorCell } from "./posix/descriptor_cell.ts";
import { DescriptorPort } from "./posix/descriptor_port.ts";
import { openError } from "./posix/errno.ts";
import type { Libc } from "../../base/posix/libc.ts";
import { portLibc } from "./posix/port_libc.ts";
import { rawTermios } from "./posix/termios.ts";
import type { Port, SerialSettings } from "./port.ts";

export interface PseudoTerminal {
  /** What the program at the other end opens as its serial device: `/dev/pts/4`. */
  readonly path: string;
  /** This end. Closing it pulls the plug: the path is gone, and whoever has it open is hung up. */
  readonly master: Port;
}

/** A pseudo-terminal stores settings, and passes bytes on at once whatever they are. */
const ANY_SETTINGS: SerialSettings = {
  baudRate: 9600,
  dataBits: 8,
  parity: "none",
  stopBits: 1,
};

/**
 * Makes a pseudo-terminal: a serial line without hardware, raw from the start, that stays up while nobody
 * has its path open. As on a wire, bytes that nobody reads are lost in the end.
 * @throws PortError `unsupported` on a system without pseudo-terminals, `failed` where there are none left.
 */
export function makePseudoTerminal(): PseudoTerminal {
  const c = portLibc();
  const fd = openNonBlocking(c, "/dev/ptmx");
  try {
    const path = slavePath(c, fd);
    const slave = openSlave(c, path);
    const master = new DescriptorPort(c, {
      name: `${path} (master)`,
      settings: "no speed: a pseudo-terminal",
      cell: DescriptorCell.holding(fd),
      fd,
      release: () => void c.close(slave),
      makeRoom: () => void c.tcflush(slave, c.platform.flush.input),
    });
    return { path, master };
  } catch (error) {
    c.close(fd);
    throw error;
  }
}

function slavePath(c: Libc, fd: number): string {
  must(c, "granting a pseudo-terminal", c.grantpt(fd));
  must(c, "unlocking a pseudo-terminal", c.unlockpt(fd));
  const path = c.ptsname(fd);
  if (typeof path === "number") throw openError(c.platform, "naming a pseudo-terminal", path);
  return path;
}

/** Held open so that the line stays up with no reader, and raw, since a fresh terminal echoes what it gets. */
function openSlave(c: Libc, path: string): number {
  const slave = openNonBlocking(c, path);
  const raw = rawTermios(c.platform.termios, ANY_SETTINGS);
  const set = c.ioctl(slave, c.platform.request.setTermios, raw);
  if (set >= 0) return slave;
  c.close(slave);
  throw openError(c.platform, `setting ${path}`, set);
}

function openNonBlocking(c: Libc, path: string): number {
  const { readWrite, noControllingTerminal, nonBlocking, closeOnExec } = c.platform.open;
  return must(
    c,
    `opening ${path}`,
    c.open(path, readWrite | noControllingTerminal | nonBlocking | closeOnExec),
  );
}

/** The result, where it is not an errno. */
function must(c: Libc, action: string, result: number): number {
  if (result < 0) throw openError(c.platform, action, result);
  return result;
}
