/** Wrong passwords of one account from one address, before it has to wait. */
const FREE_PER_ACCOUNT = 5;
/** Wrong passwords of one account from all addresses where it has not been at home, before these have to wait. */
const FREE_PER_NAME = 50;
/** Wrong passwords from one address, whatever the account. */
const FREE_PER_ADDRESS = 20;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** After this time without a try, what was counted is forgotten. */
const FORGET_MS = 60 * 60_000;
/** The oldest is forgotten for the newest: a flood of names fills no memory. */
const MOST_KEPT = 10_000;

interface Tries {
  count: number;
  /** When the next try is let through. */
  openAt: number;
  lastAt: number;
}

/**
 * Slows down who guesses passwords: each wrong one behind the free ones doubles the wait. A try counts when
 * it begins, so that a thousand at once count as a thousand; the right password takes its own back.
 */
export class SignInThrottle {
  readonly #tries = new Map<string, Tries>();

  /**
   * How long to wait, in ms. With 0 the try is on and has been counted; call `succeeded` when it was right. `atHome` is
   * whether the account has been signed in from this address: whoever guesses from everywhere slows down strangers'
   * addresses, and never keeps the owner out of the own desk.
   */
  begin(login: string, address: string, now: number, atHome = false): number {
    const counted: [string, number][] = [
      [accountKey(login, address), FREE_PER_ACCOUNT],
      [addressKey(address), FREE_PER_ADDRESS],
      ...atHome ? [] : [[nameKey(login), FREE_PER_NAME] as [string, number]],
    ];
    const wait = Math.max(...counted.map(([key]) => this.#wait(key, now)));
    if (wait > 0) return wait;
    for (const [key, free] of counted) this.#count(key, free, now);
    return 0;
  }

  /** The password was right: nothing is held against this account here, and address and name have one try back. */
  succeeded(login: string, address: string): void {
    this.#tries.delete(accountKey(login, address));
    for (const key of [addressKey(address), nameKey(login)]) {
      const tries = this.#tries.get(key);
      if (tries !== undefined) tries.count -= 1;
    }
  }

  #wait(key: string, now: number): number {
    const tries = this.#tries.get(key);
    return tries === undefined ? 0 : Math.max(0, tries.openAt - now);
  }

  #count(key: string, free: number, now: number): void {
    const before = this.#tries.get(key);
    const remembered = before !== undefined && now - before.lastAt < FORGET_MS;
    const count = remembered ? before.count + 1 : 1;
    // From the last free one on: the next try has to wait.
    const doublings = count - free;
    const wait = doublings < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** doublings, LONGEST_WAIT_MS);
    // Taken out and put in again, a Map keeps the most recently tried at its end.
    this.#tries.delete(key);
    this.#tries.set(key, { count, openAt: now + wait, lastAt: now });
    if (this.#tries.size <= MOST_KEPT) return;
    const oldest = this.#tries.keys().next();
    if (!oldest.done) this.#tries.delete(oldest.value);
  }
}

function accountKey(login: string, address: string): string {
  return `${login.toLowerCase()}\n${address}`;
}

function nameKey(login: string): string {
  return `${login.toLowerCase()}\n*`;
}

function addressKey(address: string): string {
  return `\n${address}`;
}
