const MINUTE_MS = 60_000;

/** How often each person asked for a call in the last minute: a script that runs wild rings no hundred phones. */
export class DialRate {
  readonly #asked = new Map<number, number[]>();

  /** Counts a wish of the person `who` at the moment `now` (ms), or returns false where there were `most` already. */
  take(who: number, most: number, now: number): boolean {
    // A clock that was set back leaves wishes of the future, which are over.
    const recent = (this.#asked.get(who) ?? [])
      .filter((at) => at <= now && now - at < MINUTE_MS);
    const free = recent.length < most;
    if (free) recent.push(now);
    this.#asked.set(who, recent);
    return free;
  }
}
