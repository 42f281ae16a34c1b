import { networkOf } from "../../domain/network.ts";
import { Tries } from "./tries.ts";

/** Wrong passwords of one account from one place, before it has to wait. */
const FREE_PER_ACCOUNT = 5;
/** Wrong passwords of one account from all places where it has not been at home, before these have to wait. */
const FREE_PER_NAME = 50;
/** Wrong passwords from one place, whatever the account. */
const FREE_PER_PLACE = 20;
/** Wrong passwords from one site, which has thousands of places where it has IPv6. */
const FREE_PER_SITE = 100;
/** Wrong passwords of one session for its own account. */
const FREE_PER_SESSION = 5;
/** So many keys of a kind fill no memory. */
const MOST_KEPT = 10_000;

/** Whoever has an IPv6 address has all others of its network, too: they count as one place. */
const PLACE_BITS = 64;
/** What a provider gives to one customer. */
const SITE_BITS = 48;

/** Somebody who tries to sign in. */
export interface Attempt {
  /** The ID of the account that they name; null where there is none of that name. */
  readonly account: number | null;
  /** As it was typed. */
  readonly login: string;
  readonly address: string;
  /** Whether the account has been signed in from this address. */
  readonly atHome: boolean;
}

/**
 * Slows down who guesses passwords: each wrong one behind the free ones doubles the wait. A try counts when
 * it begins, so that a thousand at once count as a thousand; the right password takes its own back. Accounts that there
 * are have counters of their own, which no flood of names or addresses pushes out; names that are nobody's are
 * counted alike, so that nobody can tell the two apart.
 *
 * Whoever guesses at one account from everywhere slows down strangers' addresses, and never keeps the owner out of the
 * own desk.
 */
export class SignInThrottle {
  /** By account and address where it has been at home. */
  readonly #homes = new Tries(FREE_PER_ACCOUNT, MOST_KEPT);
  readonly #homeAddresses = new Tries(FREE_PER_PLACE, MOST_KEPT);
  readonly #accountsAtPlaces = new Tries(FREE_PER_ACCOUNT, MOST_KEPT);
  /** There are no more of these than accounts. */
  readonly #accounts = new Tries(FREE_PER_NAME, Infinity);
  readonly #inventedNames = new Tries(FREE_PER_NAME, MOST_KEPT);
  readonly #places = new Tries(FREE_PER_PLACE, MOST_KEPT);
  readonly #sites = new Tries(FREE_PER_SITE, MOST_KEPT);
  readonly #sessions = new Tries(FREE_PER_SESSION, MOST_KEPT);

  /** How long to wait, in ms. With 0 the try is on and has been counted; call `succeeded` when it was right. */
  begin(attempt: Attempt, now: number): number {
    const counters = this.#countersOf(attempt);
    const wait = Math.max(...counters.map(([tries, key]) => tries.wait(key, now)));
    if (wait > 0) return wait;
    for (const [tries, key] of counters) tries.count(key, now);
    return 0;
  }

  /** The password was right: nothing is held against this account here, and the other counters have one try back. */
  succeeded(attempt: Attempt): void {
    const [[nearest, own], ...others] = this.#countersOf(attempt);
    nearest.forget(own);
    for (const [tries, key] of others) tries.takeBack(key);
  }

  /**
   * The same for somebody who is signed in and proves that they know their own password. Only the guesses of their own
   * session count: strangers who guess at the account do not keep its owner from giving it another password, and whoever
   * found a screen unlocked, or a cookie, does not find the password by it.
   */
  beginOwn(sessionKey: string, now: number): number {
    const wait = this.#sessions.wait(sessionKey, now);
    if (wait === 0) this.#sessions.count(sessionKey, now);
    return wait;
  }

  succeededOwn(sessionKey: string): void {
    this.#sessions.forget(sessionKey);
  }

  /**
   * What counts a try, the nearest first. At home it is the very address that counts and no network around it: a
   * neighbour who guesses at whatever names holds up nobody there.
   */
  #countersOf(attempt: Attempt): [Counter, ...Counter[]] {
    const { account, login, address, atHome } = attempt;
    const name = account === null ? `"${login.toLowerCase()}` : String(account);
    if (atHome) return [[this.#homes, `${name}\n${address}`], [this.#homeAddresses, address]];
    const [place, site] = [placeOf(address), networkOf(address, SITE_BITS)];
    return [
      [this.#accountsAtPlaces, `${name}\n${place}`],
      [this.#places, place],
      ...(site === place ? [] : [[this.#sites, site] as const]),
      [account === null ? this.#inventedNames : this.#accounts, name],
    ];
  }
}

/** Something that counts tries, and what it knows this one by. */
type Counter = readonly [Tries, string];

/** Where passwords are compared in turn: the same as counts as one place. */
export function placeOf(address: string): string {
  return networkOf(address, PLACE_BITS);
}
