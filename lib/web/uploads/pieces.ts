import { HttpProblem } from "../http_problem.ts";

/** How slowly a body may come. */
export interface Pace {
  /** Nothing for so long, and the browser has gone. */
  readonly silentMs: number;
  /** From then on the average counts. */
  readonly graceMs: number;
  readonly bytesPerSecond: number;
}

/** The slowest wireless network of an office is a hundred times as fast. */
const PACE: Pace = { silentMs: 30_000, graceMs: 10_000, bytesPerSecond: 1024 };

/**
 * The pieces of a body as they come; throws the problem `too_slow` when they come too slowly for anybody who means
 * it, and whatever broke the transmission.
 */
export async function* pieces(
  body: ReadableStream<Uint8Array> | null,
  pace: Pace = PACE,
): AsyncGenerator<Uint8Array> {
  if (body === null) return;
  const reader = body.getReader();
  const start = performance.now();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let length = 0;
  try {
    while (true) {
      const silence = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new HttpProblem("too_slow")), pace.silentMs);
      });
      const { done, value } = await Promise.race([reader.read(), silence]);
      clearTimeout(timer);
      if (done) return;
      length += value.length;
      const took = performance.now() - start;
      if (took > pace.graceMs && length < pace.bytesPerSecond * took / 1000) {
        throw new HttpProblem("too_slow");
      }
      yield value;
    }
  } finally {
    clearTimeout(timer);
    // Nobody waits for the rest of what is refused; whether the browser has gone already is all the same.
    reader.cancel().catch(() => undefined);
  }
}
