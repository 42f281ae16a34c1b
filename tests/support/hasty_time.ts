/** What waits longer is a clock: it goes round many times in a test. */
const CLOCK_MS = 1000;
const HASTY_MS = 30;

/**
 * Until the end of the block, this thread's clocks go round every few milliseconds, and it is as late as `pass` says,
 * by the clock of the day and by the one that nobody sets; other threads notice nothing.
 */
export function hastyTime(): Disposable & { pass(ms: number): void } {
  const { setTimeout } = globalThis;
  const { now } = Date;
  let passed = 0;
  const steady = performance.now.bind(performance);
  Date.now = () => now() + passed;
  performance.now = () => steady() + passed;
  globalThis.setTimeout =
    ((work: () => void, ms = 0, ...rest: []) =>
      setTimeout(work, ms >= CLOCK_MS ? HASTY_MS : ms, ...rest)) as typeof setTimeout;
  return {
    pass: (ms) => passed += ms,
    [Symbol.dispose]() {
      globalThis.setTimeout = setTimeout;
      Date.now = now;
      performance.now = steady;
    },
  };
}
