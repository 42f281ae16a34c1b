import { normalAddress } from "./network_address.ts";

/** Every address whose first `bits` are these: IPv4 has 32 bits, IPv6 128. */
export interface Network {
  readonly family: 4 | 6;
  readonly bits: number;
  /** The first address of it, as a number. */
  readonly first: bigint;
}

/** `10.0.0.7`, `10.0.0.0/8` or `fd00::/8`; null where `text` is no network. */
export function parseNetwork(text: string): Network | null {
  const [address = "", prefix, ...more] = text.split("/");
  const known = numberOf(address);
  if (known === null || more.length > 0) return null;
  const longest = known.family === 4 ? 32 : 128;
  if (prefix !== undefined && !/^\d{1,3}$/.test(prefix)) return null;
  const bits = prefix === undefined ? longest : Number(prefix);
  return bits > longest ? null : { family: known.family, bits, first: cut(known, bits) };
}

/** Whether `address` lies in one of `networks`; a text that is no address lies in none. */
export function isIn(address: string, networks: readonly Network[]): boolean {
  const known = numberOf(address);
  return known !== null &&
    networks.some(({ family, bits, first }) =>
      family === known.family && cut(known, bits) === first
    );
}

/**
 * The network of `address` in a text, to count by: of IPv6 its first `bits` (`2001:db8::/64`), of IPv4 the address
 * itself. What is no address stays as it is.
 */
export function networkOf(address: string, bits: number): string {
  const known = numberOf(address);
  if (known === null || known.family === 4) return normalAddress(address) ?? address;
  const first = cut(known, bits).toString(16).padStart(32, "0");
  return `${normalAddress(first.replace(/(.{4})(?=.)/g, "$1:"))}/${bits}`;
}

interface Known {
  readonly family: 4 | 6;
  readonly value: bigint;
}

function numberOf(text: string): Known | null {
  const address = normalAddress(text);
  if (address === null) return null;
  if (!address.includes(":")) {
    const value = address.split(".").reduce((sum, part) => sum << 8n | BigInt(part), 0n);
    return { family: 4, value };
  }
  const [before = [], behind = []] = address.split("::")
    .map((half) => half === "" ? [] : half.split(":"));
  const zeros = Array.from({ length: 8 - before.length - behind.length }, () => "0");
  const groups = [...before, ...zeros, ...behind];
  return { family: 6, value: groups.reduce((sum, group) => sum << 16n | BigInt(`0x${group}`), 0n) };
}

function cut({ family, value }: Known, bits: number): bigint {
  const rest = BigInt((family === 4 ? 32 : 128) - bits);
  return value >> rest << rest;
}
