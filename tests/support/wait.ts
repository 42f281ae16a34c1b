const LOOK_EVERY_MS = 5;

/** The clock of the machine, whatever a test makes of this thread's (hasty_time.ts). */
const clock = performance.now.bind(performance);

/**
 * Resolves as soon as `condition` holds, with what it returned; looks every 5 ms.
 * @throws Error naming `what` when it does not hold within `limitMs`.
 */
export async function until<T>(
  condition: () => T | Promise<T>,
  limitMs = 5000,
  what = condition.toString(),
): Promise<NonNullable<T>> {
  const end = clock() + limitMs;
  for (;;) {
    const held = await condition();
    if (held) return held;
    if (clock() > end) throw new Error(`not so within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
}
