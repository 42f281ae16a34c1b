import type { PortInfo } from "../port_info.ts";
import { openRegistry } from "./registry.ts";
import { portNames } from "./setupapi.ts";

/** Where every serial driver enters the port it has just made, and takes it out when the plug is pulled. */
const PRESENT = "HARDWARE\\DEVICEMAP\\SERIALCOMM";

/**
 * The serial ports of this Windows. The registry's list is the complete one; a driver that is none of the
 * device manager's class of ports (a pair of com0com) is in no other.
 */
export function windowsPorts(): PortInfo[] {
  const registry = openRegistry();
  return namedPorts(registry.textsUnder(PRESENT), portNames(registry));
}

/** The ports by their devices (`\Device\VCP0`: `COM3`), with the names that are known of them. */
export function namedPorts(
  portsByDevice: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): PortInfo[] {
  return [...portsByDevice].map(([device, path]) => ({
    path,
    name: (names.get(path) ?? device).replace(` (${path})`, ""),
    // Windows gives an adapter with a serial number the same COM number every time.
    stablePath: null,
  }));
}
