import type { PortInfo } from "../port_info.ts";
import { type DeviceFiles, deviceFiles } from "./device_files.ts";

/** These are no lines to a switch, and macOS always has them. */
const OTHERS = /^cu\.(Bluetooth-Incoming-Port|debug-console|wlan-debug)$/;

/**
 * The serial ports of this macOS. Of the two devices that it makes of each, `cu.` opens at once, while `tty.`
 * waits for a carrier. The name has the adapter's serial number in it, so the path is a stable one.
 */
export function macosPorts(dev = "/dev", files: DeviceFiles = deviceFiles()): PortInfo[] {
  return files.namesIn(dev)
    .filter((name) => name.startsWith("cu.") && !OTHERS.test(name))
    .map((name) => ({ path: `${dev}/${name}`, name: name.slice("cu.".length), stablePath: null }));
}
