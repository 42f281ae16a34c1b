import { PortError } from "../../switches/serial/port.ts";
import { BUILT_IN, type PortInfo } from "../../switches/serial/port_info.ts";
import type { LineFormView } from "./line_data.ts";
import type { Visit } from "../visit.ts";

/** The ports of this machine: what they are called, and what is stored and opened. */
export function openablePorts(visit: Visit): LineFormView["ports"] {
  return portsOf(visit).map(({ path, name, stablePath }) => ({
    ...{ path, opens: stablePath ?? path },
    name: name === BUILT_IN ? visit.t("lines.built_in") : name,
  }));
}

function portsOf({ web }: Visit): readonly PortInfo[] {
  try {
    return web.ports();
  } catch (error) {
    if (error instanceof PortError && error.code === "unsupported") return [];
    throw error;
  }
}
