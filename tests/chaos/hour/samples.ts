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
const MORE_MEMORY = 1.25;
const MORE_DESCRIPTORS = 10;

/**
 * The longest life's last quarter beside its first, as sentences: `figures` to be read, `grown` for what has grown. A
 * life too short for that has no figures.
 */
export function growth(samples: readonly Sample[]): { figures: string[]; grown: string[] } {
  const lives = Map.groupBy(samples, ({ life }) => life);
  const longest = [...lives.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  const begin = longest[0]?.at ?? 0;
  const warm = longest.filter(({ at }) => at - begin > WARM_UP_MS);
  if (warm.length < LEAST_SAMPLES) return { figures: [], grown: [] };
  const quarter = Math.floor(warm.length / 4);
  const [figures, grown]: [string[], string[]] = [[], []];
  const compare = (what: "memoryMb" | "descriptors", most: (first: number) => number) => {
    const middle = (part: readonly Sample[]) =>
      part.map((one) => one[what]).sort((a, b) => a - b)[Math.floor(part.length / 2)]!;
    const [first, last] = [middle(warm.slice(0, quarter)), middle(warm.slice(-quarter))];
    const minutes = Math.round((warm.at(-1)!.at - begin) / 60_000);
    const text = `${what} went from ${first.toFixed(0)} to ${last.toFixed(0)} in ${minutes} min`;
    figures.push(text);
    if (last > most(first)) grown.push(text);
  };
  compare("memoryMb", (first) => first * MORE_MEMORY);
  compare("descriptors", (first) => first + MORE_DESCRIPTORS);
  return { figures, grown };
}
