import type { DescriptorCell } from "./posix/descriptor_cell.ts";
import { posixModemLines } from "./posix/modem_lines.ts";
import { windowsModemLines } from "./windows/modem_lines.ts";

/** What the other end of the cable shows. */
export interface ModemStatus {
  readonly cts: boolean;
  readonly dsr: boolean;
  readonly dcd: boolean;
}

/** The lines of a serial device beside its data. A pseudo-terminal has none: everything is null or false. */
export interface ModemLines {
  /** Whether the device did it. */
  set(line: "dtr" | "rts", on: boolean): boolean;
  read(): ModemStatus | null;
}

/** The lines of the open device that is kept in the cell, as long as it is open. */
export const modemLines: (cell: DescriptorCell) => ModemLines = Deno.build.os === "windows"
  ? windowsModemLines
  : posixModemLines;
