/** At first; whoever waits for longer looks less often: a look may be a page of a server that is busy with the same. */
const FIRST_NAP_MS = 5;
const LONGEST_NAP_MS = 50;
/** What nobody promises to be quick may take its time on a busy machine. */
const PATIENCE_MS = 30_000;

/** The clock of the machine, whatever a test makes of this thread's (hasty_time.ts). */
const clock = performance.now.bind(performance);

/**
 * Resolves as soon as `condition` holds, with what it returned; looks every 5 ms, later every 50.
 * @throws Error naming `what` when it does not hold within `limitMs`.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  limitMs = PATIENCE_MS,
  what = condition.toString(),
): Promise<NonNullable<T>> {
  const end = clock() + limitMs;
  for (let nap = FIRST_NAP_MS;; nap = Math.min(nap * 1.3, LONGEST_NAP_MS)) {
    const held = await condition();
    if (held) return held;
    if (clock() > end) throw new Error(`not so within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, nap));
  }
}
