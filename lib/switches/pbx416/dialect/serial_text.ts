import type { Dialect } from "./dialect.ts";

/** `9600 8N1` */
export function serialText({ baudRate, dataBits, parity, stopBits }: Dialect["serial"]): string {
  return `${baudRate} ${dataBits}${parity.charAt(0).toUpperCase()}${stopBits}`;
}
