import { BUILT_IN, type PortInfo } from "../port_info.ts";
import { type DeviceFiles, deviceFiles } from "./device_files.ts";

/** Where the system's folders are; a test has its own. */
export interface LinuxFolders {
  readonly dev: string;
  readonly sys: string;
}

/**
 * The serial ports of this Linux, from /sys/class/tty: the kernel lists every terminal there, of which those
 * with a device behind them are serial (Documentation/ABI/testing/sysfs-tty).
 */
export function linuxPorts(
  { dev, sys }: LinuxFolders = { dev: "/dev", sys: "/sys" },
  files: DeviceFiles = deviceFiles(),
): PortInfo[] {
  const stable = stablePaths(files, dev);
  return files.namesIn(`${sys}/class/tty`).flatMap((tty) => {
    const folder = files.realPath(`${sys}/class/tty/${tty}`);
    const device = folder === null ? null : files.realPath(`${folder}/device`);
    if (folder === null || device === null) return [];
    // The 8250 driver makes ttyS0 to ttyS31 whether they are there or not; PORT_UNKNOWN is 0 (serial_core.h).
    if (files.lineOf(`${folder}/type`) === "0") return [];
    const path = `${dev}/${tty}`;
    const real = files.realPath(path);
    if (real === null) return [];
    const name = usbName(files, device) ?? driverName(files, device);
    return [{ path, name, stablePath: stable.get(real) ?? null }];
  });
}

/** The links that udev makes from the maker, the product and the serial number, by where they lead. */
function stablePaths(files: DeviceFiles, dev: string): Map<string, string> {
  const found = new Map<string, string>();
  const folder = `${dev}/serial/by-id`;
  for (const name of files.namesIn(folder)) {
    const real = files.realPath(`${folder}/${name}`);
    if (real !== null) found.set(real, `${folder}/${name}`);
  }
  return found;
}

/** Maker and product of the USB device above the port: two or three folders up, that has an `idVendor`. */
function usbName(files: DeviceFiles, device: string): string | null {
  let folder = device;
  for (let up = 0; up < 4; up++) {
    if (files.lineOf(`${folder}/idVendor`) !== null) {
      const maker = files.lineOf(`${folder}/manufacturer`) ?? "";
      const product = files.lineOf(`${folder}/product`) ?? "USB serial port";
      return product.startsWith(maker) ? product : `${maker} ${product}`;
    }
    folder = folder.slice(0, folder.lastIndexOf("/"));
  }
  return null;
}

/** `port` is what newer kernels say of a port of the machine itself, by the name of their serial core. */
function driverName(files: DeviceFiles, device: string): string {
  const driver = files.realPath(`${device}/driver`)?.split("/").at(-1);
  return driver === undefined || driver === "port" || driver === "serial8250"
    ? BUILT_IN
    : `serial port (${driver})`;
}
