import { getLogger } from "@logtape/logtape";

const log = getLogger(["belltower", "guarded"]);

/** A disk that is full or away is not asked again at once. */
const AGAIN_MS = 5000;

/** Something that the program does again and again. */
export interface Keeping {
  /** Names the work in the log. */
  readonly what: string;
  /** Until the first round, in ms. */
  readonly first: number;
  /** One round; returns in how many ms, from its end, the next one is due. */
  readonly round: () => number | Promise<number>;
  /** Until a round that failed is tried again, in ms. */
  readonly again?: number;
  /** Hears how each round went. */
  readonly seen?: (went: "well" | "failed") => void;
}

/**
 * Goes round until `signal`. The one place for timers that go round, on whichever thread: a round that throws or rejects is logged
 * and tried again, and ends nothing. Of failures that follow each other the first one is logged, and then
 * that it works again.
 */
export function keep(keeping: Keeping, signal: AbortSignal): void {
  const { what, first, round, again = AGAIN_MS, seen = () => undefined } = keeping;
  let timer: ReturnType<typeof setTimeout>;
  let failing = false;
  const run = async () => {
    let wait = again;
    try {
      wait = await round();
      if (failing) log.info("{what} works again", { what });
      failing = false;
    } catch (error) {
      const level = failing ? "debug" : "error";
      log[level]("{what} failed, and is tried again: {error}", { what, error });
      failing = true;
    }
    seen(failing ? "failed" : "well");
    if (!signal.aborted) timer = setTimeout(run, wait);
  };
  if (signal.aborted) return;
  timer = setTimeout(run, first);
  signal.addEventListener("abort", () => clearTimeout(timer), { once: true });
}

/** The same for work that is done every `ms`, for the first time after `ms`. */
export function every(ms: number, what: string, work: () => void, signal: AbortSignal): void {
  const round = () => {
    work();
    return ms;
  };
  keep({ what, first: ms, again: ms, round }, signal);
}
