/** What a process holds at a moment. */
export interface Sample {
  /** ms on any clock. */
  readonly at: number;
  /** Which life of the server. */
  readonly life: number;
  readonly memoryMb: number;
  readonly descriptors: number;
}

/** Null where the process has just ended. */
export function sample(pid: number, life: number): Sample | null {
  try {
    const status = Deno.readTextFileSync(`/proc/${pid}/status`);
    const memoryMb = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1024;
    const descriptors = [...Deno.readDirSync(`/proc/${pid}/fd`)].length;
    return Number.isNaN(memoryMb) ? null : { at: performance.now(), life, memoryMb, descriptors };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  }
}

/** Engine and caches take their room in the first minute. */
const WARM_UP_MS = 60_000;
/** Fewer say nothing. */
const LEAST_SAMPLES = 40;
const MOST_MEMORY_MB = 500;
const MORE_MEMORY = 1.25;
const MORE_DESCRIPTORS = 10;

/**
 * The longest life's last quarter beside its first, where it is long enough for that, and the most that ever was; as
 * sentences: `figures` to be read, `grown` for what is too much.
 */
export function growth(samples: readonly Sample[]): { figures: string[]; grown: string[] } {
  const lives = Map.groupBy(samples, ({ life }) => life);
  const longest = [...lives.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const begin = longest[0]?.at ?? 0;
  const warm = longest.filter(({ at }) => at - begin > WARM_UP_MS);
  const most = Math.max(0, ...samples.map(({ memoryMb }) => memoryMb));
  const figures = [`at most ${most.toFixed(0)} MB`];
  const grown = most > MOST_MEMORY_MB ? [...figures] : [];
  if (warm.length < LEAST_SAMPLES) return { figures, grown };
  const quarter = Math.floor(warm.length / 4);
  const minutes = Math.round((warm.at(-1)!.at - begin) / 60_000);
  const compare = (what: "memoryMb" | "descriptors", part: number, most: (n: number) => number) => {
    const ofQuarter = (samples: readonly Sample[]) =>
      samples.map((one) => one[what]).sort((a, b) => a - b)[Math.floor(samples.length * part)]!;
    const [first, last] = [ofQuarter(warm.slice(0, quarter)), ofQuarter(warm.slice(-quarter))];
    const text = `${what} went from ${first.toFixed(0)} to ${last.toFixed(0)} in ${minutes} min`;
    figures.push(text);
    if (last > most(first)) grown.push(text);
  };
  compare("memoryMb", 0.5, (first) => first * MORE_MEMORY);
  // The least: each flood has its own descriptors, and gives them back.
  compare("descriptors", 0, (first) => first + MORE_DESCRIPTORS);
  return { figures, grown };
}
