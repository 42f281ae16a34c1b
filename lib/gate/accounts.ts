import { networkOf } from "../domain/network.ts";
import { Account } from "./account.ts";
import type { GateLimits } from "./limits.ts";

/** Somebody who has whole networks at hand fills no more than this. */
const MOST = 10_000;
/** One household or machine has all of such a network of IPv6. */
const IPV6_BITS = 64;

/** The accounts of all addresses that asked of late. */
export class Accounts {
  readonly #byNetwork = new Map<string, Account>();
  readonly #everybodyElse: Account;

  constructor(private readonly limits: GateLimits, now: number) {
    this.#everybodyElse = new Account("everybody else", limits, now);
  }

  of(address: string, now: number): Account {
    const network = networkOf(address, IPV6_BITS);
    const known = this.#byNetwork.get(network);
    if (known !== undefined) return known;
    if (this.#byNetwork.size >= MOST) return this.#everybodyElse;
    const made = new Account(network, this.limits, now);
    this.#byNetwork.set(network, made);
    return made;
  }

  /** Forgets who is at rest; returns the others. */
  tidy(now: number): Account[] {
    for (const [network, account] of this.#byNetwork) {
      if (account.isAtRest(now)) this.#byNetwork.delete(network);
    }
    return [...this.#byNetwork.values(), this.#everybodyElse];
  }
}
