const DAY_MS = 86_400_000;

export interface DayQuotaOptions {
  /** ms since the epoch, UTC. */
  readonly clock: () => number;
  /** So many bytes a person may have on one day. */
  readonly most: () => number;
}

interface Day {
  readonly since: number;
  bytes: number;
  told: boolean;
}

/**
 * How many bytes each person has had of what they may have on one day, which begins with the first of them. The counts
 * are in memory alone, and begin anew with the server. `who` is the ID of one of the staff.
 */
export class DayQuota {
  readonly #had = new Map<number, Day>();

  constructor(private readonly options: DayQuotaOptions) {}

  get most(): number {
    return this.options.most();
  }

  add(who: number, bytes: number): void {
    this.#of(who).bytes += bytes;
  }

  /** Whether they may have `more` bytes on this day. */
  has(who: number, more: number): boolean {
    return this.#of(who).bytes + more <= this.most;
  }

  /** True once on a day: that they have had all of it is told once. */
  tell(who: number): boolean {
    const day = this.#of(who);
    const isFirst = !day.told;
    day.told = true;
    return isFirst;
  }

  #of(who: number): Day {
    const now = this.options.clock();
    const known = this.#had.get(who);
    // A clock that was set back leaves days of the future, which are over.
    if (known !== undefined && known.since <= now && now - known.since < DAY_MS) return known;
    const fresh = { since: now, bytes: 0, told: false };
    this.#had.set(who, fresh);
    return fresh;
  }
}
