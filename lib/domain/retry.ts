/** How often something is tried, and how long is waited in between. */
export interface Tries {
  /** Attempts in all. */
  readonly most: number;
  /** About so long behind the first attempt, twice as long behind each further one, in ms. */
  readonly firstMs: number;
  readonly longestMs: number;
}

/** One attempt, and no other. */
export const ONCE: Tries = { most: 1, firstMs: 0, longestMs: 0 };

/**
 * How long to wait behind the attempt of that number (from 1), in ms: from half of the full wait to all of it, by chance,
 * so that many that failed at one moment do not come back at one moment. `random` is from 0 to below 1.
 */
export function retryWait({ firstMs, longestMs }: Tries, attempt: number, random: number): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + random / 2));
}
