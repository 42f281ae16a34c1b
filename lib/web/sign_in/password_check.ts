import { hashOfNobody, verifyPassword } from "../../domain/password.ts";

/** Each check takes 64 MiB for its time. */
const MOST_AT_ONCE = 4;
/** A whole office signs in within a second in the morning; more than that is no office. */
const MOST_WAITING = 32;

/** Compares passwords in a way that tells nobody which accounts there are. */
export class PasswordCheck {
  readonly #nobody = hashOfNobody();
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  /** Whether `password` fits `hash`; `hash` is null for an unknown account. "busy" when too many wait. */
  async fits(password: string, hash: string | null): Promise<boolean | "busy"> {
    if (this.#running >= MOST_AT_ONCE) {
      if (this.#waiting.length >= MOST_WAITING) return "busy";
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    } else {
      this.#running += 1;
    }
    try {
      return await verifyPassword(password, hash ?? this.#nobody) && hash !== null;
    } finally {
      this.#passOn();
    }
  }

  /** Whoever waits longest takes the place that became free. */
  #passOn(): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#running -= 1;
    else next();
  }
}
