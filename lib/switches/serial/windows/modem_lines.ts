import type { ModemLines } from "../modem_lines.ts";
import type { DescriptorCell } from "../posix/descriptor_cell.ts";
import { WIN32 } from "./constants.ts";
import { type Kernel32, kernel32 } from "./kernel32.ts";

const ORDERS = {
  dtr: { on: WIN32.SETDTR, off: WIN32.CLRDTR },
  rts: { on: WIN32.SETRTS, off: WIN32.CLRRTS },
} as const;

export function windowsModemLines(cell: DescriptorCell, k: Kernel32 = kernel32()): ModemLines {
  return {
    set(line, on) {
      const handle = cell.peek();
      return handle !== null && k.escapeCommFunction(handle, ORDERS[line][on ? "on" : "off"]) >= 0;
    },
    read() {
      const handle = cell.peek();
      const status = handle === null ? -1 : k.modemStatus(handle);
      if (status < 0) return null;
      const isOn = (bit: number) => (status & bit) !== 0;
      return {
        cts: isOn(WIN32.MS_CTS_ON),
        dsr: isOn(WIN32.MS_DSR_ON),
        dcd: isOn(WIN32.MS_RLSD_ON),
      };
    },
  };
}
