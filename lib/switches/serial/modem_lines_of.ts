import type { ModemLines } from "./modem_lines.ts";
import type { DescriptorCell } from "./posix/descriptor_cell.ts";
import { posixModemLines } from "./posix/modem_lines.ts";
import { windowsModemLines } from "./windows/modem_lines.ts";

/** The lines of the open device that is kept in the cell, as long as it is open. */
export const modemLinesOf: (cell: DescriptorCell) => ModemLines = Deno.build.os === "windows"
  ? windowsModemLines
  : posixModemLines;
