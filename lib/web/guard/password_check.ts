import { COST, hashOfNobody, hashPassword, verifyPassword } from "../../domain/password.ts";
import { FairQueue } from "./fair_queue.ts";

/** Each check takes 64 MiB for its time. */
const MOST_AT_ONCE = 4;
/** Passwords from places where the account was never at home; they wait while one from a known place is compared. */
const STRANGERS_AT_ONCE = 2;
/** A whole office signs in within a second in the morning; more than that is no office. */
const MOST_WAITING = 32;

/** Who gives a password. */
export interface Asker {
  /** What counts as one place (`placeOf`). */
  readonly place: string;
  /** Whether the account has been at home there: they go first. */
  readonly known: boolean;
}

interface Waiting {
  readonly begin: () => void;
  readonly refuse: () => void;
}

/**
 * Compares passwords in a way that tells nobody which accounts there are. Whoever is where their account has been at
 * home waits for no stranger; strangers wait in turn by where they come from, and of a crowd the last ones are told to
 * come again.
 */
export class PasswordCheck {
  readonly #nobody: string;
  readonly #known = new FairQueue<Waiting>();
  readonly #strangers = new FairQueue<Waiting>();
  #running = 0;
  #strangersRunning = 0;

  /** A lower `cost` of new hashes is for tests. */
  constructor(
    private readonly verify: typeof verifyPassword = verifyPassword,
    private readonly cost = COST,
  ) {
    this.#nobody = hashOfNobody(cost);
  }

  /** What is to be kept of a new password. */
  async hash(password: string): Promise<string> {
    return await hashPassword(password, this.cost);
  }

  /** Whether `password` fits `hash`; `hash` is null for an unknown account. "busy" when too many wait. */
  async fits(password: string, hash: string | null, asker: Asker): Promise<boolean | "busy"> {
    if (!await this.#turn(asker)) return "busy";
    try {
      return await this.verify(password, hash ?? this.#nobody) && hash !== null;
    } finally {
      this.#running -= 1;
      if (!asker.known) this.#strangersRunning -= 1;
      this.#goOn();
    }
  }

  /** Resolves when it is their turn, with whether it ever is. */
  #turn({ place, known }: Asker): Promise<boolean> {
    const queue = known ? this.#known : this.#strangers;
    return new Promise((resolve) => {
      const refuse = () => resolve(false);
      if (queue.size >= MOST_WAITING) {
        const last = queue.makeRoomFor(place);
        if (last === null) return refuse();
        last.refuse();
      }
      queue.add(place, {
        refuse,
        begin: () => {
          this.#running += 1;
          if (!known) this.#strangersRunning += 1;
          resolve(true);
        },
      });
      this.#goOn();
    });
  }

  /** Lets those begin for whom there is a place. */
  #goOn(): void {
    while (this.#running < MOST_AT_ONCE) {
      const next = this.#known.next() ?? this.#nextStranger();
      if (next === null) return;
      next.begin();
    }
  }

  #nextStranger(): Waiting | null {
    const isQuiet = this.#running === this.#strangersRunning;
    return isQuiet && this.#strangersRunning < STRANGERS_AT_ONCE ? this.#strangers.next() : null;
  }
}
