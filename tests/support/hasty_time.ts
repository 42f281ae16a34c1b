/** What waits longer is a clock: it goes round many times in a test. */
const CLOCK_MS = 1000;
const HASTY_MS = 30;

/** This thread's clocks, as `hastyTime` has them. */
export interface HastyTime extends Disposable {
  /** How many things wait for their time. */
  readonly waiting: number;
  /** It is so much later, by the clock of the day and by the one that nobody sets. */
  pass(ms: number): void;
}

/**
 * Until the end of the block, this thread's clocks go round every few milliseconds, and it is as late as `pass` says;
 * other threads notice nothing.
 */
export function hastyTime(): HastyTime {
  const { setTimeout, clearTimeout } = globalThis;
  const { now } = Date;
  const waiting = new Set<ReturnType<typeof setTimeout>>();
  let passed = 0;
  const steady = performance.now.bind(performance);
  Date.now = () => now() + passed;
  performance.now = () => steady() + passed;
  globalThis.setTimeout = ((work: () => void, ms = 0, ...rest: []) => {
    const id = setTimeout(() => {
      waiting.delete(id);
      work(...rest);
    }, ms >= CLOCK_MS ? HASTY_MS : ms);
    waiting.add(id);
    return id;
  }) as typeof setTimeout;
  globalThis.clearTimeout = (id) => {
    waiting.delete(id as ReturnType<typeof setTimeout>);
    clearTimeout(id);
  };
  return {
    get waiting() {
      return waiting.size;
    },
    pass: (ms) => passed += ms,
    [Symbol.dispose]() {
      Object.assign(globalThis, { setTimeout, clearTimeout });
      Date.now = now;
      performance.now = steady;
    },
  };
}
