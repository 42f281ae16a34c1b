import { hashOfNobody, verifyPassword } from "../../domain/password.ts";

/** Each check takes 64 MiB for its time: more at once than this are told to come again. */
const MOST_AT_ONCE = 16;

/** Compares passwords in a way that tells nobody which accounts there are. */
export class PasswordCheck {
  readonly #nobody = hashOfNobody();
  #running = 0;

  /** Whether `password` fits `hash`; `hash` is null for an unknown account. "busy" when too many ask at once. */
  async fits(password: string, hash: string | null): Promise<boolean | "busy"> {
    if (this.#running >= MOST_AT_ONCE) return "busy";
    this.#running += 1;
    try {
      return await verifyPassword(password, hash ?? this.#nobody) && hash !== null;
    } finally {
      this.#running -= 1;
    }
  }
}
