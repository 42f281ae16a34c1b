import { randomBytes } from "node:crypto";
import { hashPassword, verifyPassword } from "../../domain/password.ts";

/** Each check takes 64 MiB for its time: more at once than this are told to come again. */
const MOST_AT_ONCE = 16;

/** Compares passwords in a way that tells nobody which accounts there are. */
export class PasswordCheck {
  /** Made by the first who asks for an account that is not there: the same work as for one that is. */
  #decoy: Promise<string> | null = null;
  #running = 0;

  /** Whether `password` fits `hash`; `hash` is null for an unknown account. "busy" when too many ask at once. */
  async fits(password: string, hash: string | null): Promise<boolean | "busy"> {
    if (this.#running >= MOST_AT_ONCE) return "busy";
    this.#running += 1;
    try {
      this.#decoy ??= hashPassword(randomBytes(32).toString("hex"));
      const decoy = await this.#decoy;
      const fits = await verifyPassword(password, hash ?? decoy);
      return fits && hash !== null;
    } finally {
      this.#running -= 1;
    }
  }
}
