import { linuxPorts } from "./posix/linux_ports.ts";
import { macosPorts } from "./posix/macos_ports.ts";
import type { PortInfo } from "./port_info.ts";
import { windowsPorts } from "./windows/windows_ports.ts";

/**
 * The serial ports of this machine, in the order in which a person counts them; none on a system that is
 * neither Linux, macOS nor Windows. A port that another program has open is listed too.
 * @throws PortError `unsupported` where the system's library does not open.
 */
export function listPorts(): PortInfo[] {
  return portsHere().sort((a, b) => IN_ORDER.compare(a.path, b.path));
}

const IN_ORDER = new Intl.Collator("en", { numeric: true });

function portsHere(): PortInfo[] {
  switch (Deno.build.os) {
    case "linux":
      return linuxPorts();
    case "darwin":
      return macosPorts();
    case "windows":
      return windowsPorts();
    default:
      return [];
  }
}
