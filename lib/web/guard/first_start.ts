import type { Store } from "../../store/database.ts";
import { hasAccounts, hasAdministrator } from "../../store/first_start.ts";
import { newToken, sessionHash } from "./session_token.ts";
import { isSetupCode } from "./setup_code.ts";

/** Whoever types the code has a day to finish, or is asked for it again. */
const OPEN_MS = 24 * 3_600_000;
/** Browsers that typed the code; a page that is left open needs no more. */
const MOST_BROWSERS = 20;

/**
 * The setting up of an office that has no administrator. The code is that of this start of the server: only its
 * console shows it.
 */
export class FirstStart {
  /** Browsers in which the code was typed: what is kept of the token, and until when. */
  readonly #browsers = new Map<string, number>();
  #begun: boolean;

  constructor(private readonly store: Store, private readonly code: string) {
    this.#begun = hasAccounts(store);
  }

  /**
   * Whether nothing but the setup answers: nobody has an account. An agent's account without an administrator
   * comes from the server's own console, and whoever sits there decides that the office is at work.
   */
  get isNeeded(): boolean {
    // Accounts never go away again.
    this.#begun ||= hasAccounts(this.store);
    return !this.#begun;
  }

  /** Whether the setup can be gone through: there is no administrator. */
  get isOpen(): boolean {
    return !hasAdministrator(this.store);
  }

  /** A token for the browser in which the right code was typed, by TLS or not (`secure`); null for a wrong one. */
  open(typed: string, secure: boolean, now: number): string | null {
    if (!isSetupCode(typed, this.code)) return null;
    const token = newToken();
    this.#browsers.set(keyOf(token, secure), now + OPEN_MS);
    const oldest = this.#browsers.keys().next();
    if (this.#browsers.size > MOST_BROWSERS && !oldest.done) this.#browsers.delete(oldest.value);
    return token;
  }

  /** Whether the code was typed in this browser since the server was started, and in the same way, by TLS or not. */
  knows(token: string, secure: boolean, now: number): boolean {
    return (this.#browsers.get(keyOf(token, secure)) ?? 0) > now;
  }
}

/** As with sessions, a token that somebody read on the way is none by TLS. */
function keyOf(token: string, secure: boolean): string {
  return sessionHash(token, secure)?.toHex() ?? "";
}
