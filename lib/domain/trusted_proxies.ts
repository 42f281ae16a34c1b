import { isIn, type Network, parseNetwork } from "./network.ts";
import { normalAddress } from "./network_address.ts";

/** Whether `address` is that of a proxy whose word counts for who asks: where none was named, nobody's does. */
export function isTrustedProxy(address: string, proxies: readonly Network[]): boolean {
  return isIn(address, proxies);
}

/** `10.0.0.7,fd00::/8` -> the networks; null where one of them is none. An empty text names nobody. */
export function parseProxies(text: string): readonly Network[] | null {
  const parts = text.split(",").map((part) => part.trim()).filter((part) => part !== "");
  const networks = parts.map(parseNetwork);
  return networks.every((one) => one !== null) ? networks : null;
}

/** What a request says of the way that it came, and what is believed of it. */
export interface Way {
  /** The address of whoever asks. */
  readonly address: string;
  /** Whether a trusted proxy says that it got the request by TLS; null where none says how. */
  readonly byTls: boolean | null;
}

/**
 * Who asks, where `peer` holds the connection. Only a trusted proxy is believed, and of the addresses that it hands on
 * (`X-Forwarded-For`) the last one that is no trusted proxy itself: what stands before that one, anybody may have
 * written. An address that cannot be read ends the list: whoever wrote it is the one who asks.
 */
export function wayOf(
  peer: string,
  header: (name: string) => string | null,
  proxies: readonly Network[],
): Way {
  if (!isTrustedProxy(peer, proxies)) return { address: peer, byTls: null };
  const scheme = lastWord(header("x-forwarded-proto"))?.toLowerCase();
  const byTls = scheme === undefined ? null : scheme === "https";
  const hops = (header("x-forwarded-for") ?? "").split(",").reverse();
  let address = peer;
  for (const hop of hops) {
    const next = hopAddress(hop);
    if (next === null) break;
    address = next;
    if (!isTrustedProxy(address, proxies)) break;
  }
  return { address, byTls };
}

/** `10.0.0.7`, `10.0.0.7:1234`, `fd00::7`, `[fd00::7]` or `[fd00::7]:1234`; null for anything else. */
function hopAddress(hop: string): string | null {
  const text = hop.trim();
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(text)?.[1];
  const bare = bracketed ?? /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(text)?.[1] ?? text;
  return normalAddress(bare);
}

function lastWord(list: string | null): string | undefined {
  return list?.split(",").at(-1)?.trim();
}
