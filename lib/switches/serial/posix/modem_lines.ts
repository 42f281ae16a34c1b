import type { ModemLines } from "../modem_lines.ts";
import type { DescriptorCell } from "./descriptor_cell.ts";
import type { Libc } from "../../../base/posix/libc.ts";
import { portLibc } from "./port_libc.ts";

/** The bits of TIOCMGET, the same on Linux (asm-generic/termios.h) and macOS (sys/ttycom.h). */
const BITS = { dtr: 0x002, rts: 0x004, cts: 0x020, dcd: 0x040, dsr: 0x100 } as const;

export function posixModemLines(cell: DescriptorCell, c: Libc = portLibc()): ModemLines {
  return {
    set(line, on) {
      const { setModemLines, clearModemLines } = c.platform.request;
      const fd = cell.peek();
      const bits = new Uint8Array([BITS[line], 0, 0, 0]);
      return fd !== null && c.ioctl(fd, on ? setModemLines : clearModemLines, bits) >= 0;
    },
    read() {
      const fd = cell.peek();
      const word = new Uint8Array(4);
      if (fd === null || c.ioctl(fd, c.platform.request.getModemLines, word) < 0) return null;
      const bits = new DataView(word.buffer).getInt32(0, true);
      const isOn = (line: keyof typeof BITS) => (bits & BITS[line]) !== 0;
      return { cts: isOn("cts"), dsr: isOn("dsr"), dcd: isOn("dcd") };
    },
  };
}
