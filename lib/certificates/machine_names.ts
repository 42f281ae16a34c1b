import { networkInterfaces } from "node:os";
import { normalAddress } from "../domain/network_address.ts";

/** How browsers may call a machine. */
export interface MachineNames {
  /** In small letters, without a dot at the end. */
  readonly names: readonly string[];
  /** IPv4 and IPv6, in their normal form. */
  readonly addresses: readonly string[];
}

/** What this machine is called at this moment. */
export function machineNames(): MachineNames {
  const interfaces = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  return namesOf(Deno.hostname(), interfaces.map(({ address }) => address));
}

/**
 * The names under which a machine with this host name and these addresses can be reached: itself by `localhost`, the
 * office by its name, by its name in `.local` (which printers, phones and macOS look up without any server), and by
 * every address. Not by those that are valid on one link only: they need a zone, and browsers take none.
 */
export function namesOf(hostname: string, addresses: readonly string[]): MachineNames {
  const name = asDnsName(hostname);
  const first = name?.split(".")[0];
  const names = name === null ? [] : [name, `${first}.local`];
  const known = [...addresses, "127.0.0.1", "::1"].map(normalAddress)
    .filter((address) => address !== null && !/^fe[89ab]/.test(address)) as string[];
  return {
    names: [...new Set([...names, "localhost"])],
    addresses: [...new Set(known)].sort(),
  };
}

/** As DNS writes it: a Korean name in its coded form; null for what can be no name. */
function asDnsName(hostname: string): string | null {
  const url = `http://${hostname.trim().replace(/\.$/, "")}/`;
  if (!URL.canParse(url)) return null;
  const name = new URL(url).hostname;
  return /^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/.test(name) && !/^[\d.]+$/.test(name) ? name : null;
}
