const MOST_MS = 5000;

/**
 * How long to wait before the next try, in ms, when nothing has worked for `troubleMs`: a twentieth of it,
 * within `leastMs` and 5 s. So a cable that is put back after a second is found at once, and one that is out
 * all night costs a try in 5 s.
 */
export function retryDelay(troubleMs: number, leastMs = 50): number {
  return Math.min(Math.max(troubleMs / 20, leastMs), MOST_MS);
}
