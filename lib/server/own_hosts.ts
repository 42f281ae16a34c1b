import type { MachineNames } from "../certificates/machine_names.ts";
import { isLoopback, normalAddress } from "../domain/network_address.ts";

/** A machine is renamed seldom, and asked often. */
const KNOWN_MS = 5000;

/** By which names and addresses this server may be asked for. */
export interface NameSources {
  /** What the machine is called now. */
  readonly machine: () => MachineNames;
  /** For whom its certificate is; a name may begin with `*.`. */
  readonly certified: () => MachineNames;
  /** What the configuration names. */
  readonly named: readonly string[];
}

/**
 * Knows whether a request means this server. A page of a stranger whose name was turned to our address (DNS
 * rebinding) asks for the stranger's name, and its browser would let it read every answer.
 */
export class OwnHosts {
  #known: ReadonlySet<string> = new Set();
  #knownAt = -Infinity;

  constructor(
    private readonly from: NameSources,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  /** `host` is a name or an address, without a port and as URLs have it. */
  has(host: string): boolean {
    const name = host.toLowerCase().replace(/^\[(.*)\]$/, "$1").replace(/\.$/, "");
    const known = this.#names();
    return isLoopback(name) || known.has(normalAddress(name) ?? name) ||
      known.has(name.replace(/^[^.]+/, "*"));
  }

  #names(): ReadonlySet<string> {
    if (this.clock() - this.#knownAt < KNOWN_MS) return this.#known;
    const { machine, certified, named } = this.from;
    const [own, shown] = [machine(), certified()];
    // An office's DNS adds the rest of a long name by itself.
    const short = own.names.map((name) => name.split(".")[0]!);
    const all = [...own.names, ...short, ...own.addresses, ...shown.names, ...shown.addresses];
    this.#known = new Set([...all, ...named.map((one) => normalAddress(one) ?? one)]);
    this.#knownAt = this.clock();
    return this.#known;
  }
}
