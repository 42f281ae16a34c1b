import { context, type Der, sequence } from "./der.ts";
import { addressBytes, dnsName, ipAddress } from "./general_name.ts";
import { isIn, type Network, parseNetwork } from "../domain/network.ts";
import type { MachineNames } from "./machine_names.ts";

/**
 * What an authority may certify, and nothing else: whoever trusts it trusts nobody with the internet's names.
 * `names` hold for everything under them too.
 */
export interface Permitted {
  readonly names: readonly string[];
  /** `192.168.0.0/16` */
  readonly networks: readonly string[];
}

/** Names that are nobody's on the internet. */
const PRIVATE_NAMES = [
  "localhost",
  "local",
  "lan",
  "home",
  "home.arpa",
  "internal",
  "intranet",
  "corp",
];

/** Addresses that are nobody's on the internet (RFC 1918, 3927, 4193, 4291, 6598). */
const PRIVATE_NETWORKS = [
  ...["10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12"],
  ...["192.168.0.0/16", "::1/128", "fc00::/7", "fe80::/10"],
];

/** Private names and addresses, and this machine's own where they are not. */
export function permittedFor({ names, addresses }: MachineNames): Permitted {
  const known = parsed(PRIVATE_NETWORKS);
  const others = addresses.filter((address) => !isIn(address, known));
  const single = others.map((address) => `${address}/${address.includes(":") ? 128 : 32}`);
  const own = names.filter((name) => !PRIVATE_NAMES.some((suffix) => isUnder(name, suffix)));
  return { names: [...PRIVATE_NAMES, ...own], networks: [...PRIVATE_NETWORKS, ...single] };
}

/** Those of the names that the authority may certify. */
export function certifiable({ names, addresses }: MachineNames, by: Permitted): MachineNames {
  const networks = parsed(by.networks);
  return {
    names: names.filter((name) => by.names.some((suffix) => isUnder(name, suffix))),
    addresses: addresses.filter((address) => isIn(address, networks)),
  };
}

/** The extension of RFC 5280, 4.2.1.10. */
export function nameConstraints({ names, networks }: Permitted): Der {
  const subtrees = [
    ...names.map(dnsName),
    ...networks.map((network) => ipAddress(bounds(network))),
  ];
  return sequence(context(0, "values", ...subtrees.map((base) => sequence(base))));
}

function parsed(networks: readonly string[]): Network[] {
  return networks.map(parseNetwork).filter((network) => network !== null);
}

function isUnder(name: string, suffix: string): boolean {
  return name === suffix || name.endsWith(`.${suffix}`);
}

/** The address of a network, and its mask behind it. */
function bounds(network: string): Uint8Array<ArrayBuffer> {
  const [address = "", bits] = network.split("/");
  const bytes = addressBytes(address);
  const mask = bytes.map((_, index) => {
    const ones = Math.min(8, Math.max(0, Number(bits) - 8 * index));
    return 256 - 2 ** (8 - ones);
  });
  return Uint8Array.of(...bytes, ...mask);
}
