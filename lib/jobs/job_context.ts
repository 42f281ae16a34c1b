import type { Store } from "../store/database.ts";

/** What a job has of the world. */
export interface JobContext {
  /** The data folder. */
  readonly data: string;
  /** A connection of the job's own. Writes go through `Slices`. */
  readonly store: Store;
  /** Aborted when somebody cancels, or the program stops. */
  readonly signal: AbortSignal;
  /** `claims` of the connection that goes first; null where nobody else in this process writes. */
  readonly claims: SharedArrayBuffer | null;
  /** `total` null: nobody knows how much there is. */
  progress(done: number, total: number | null): void;
  /** Milliseconds since the epoch, UTC. */
  now(): number;
}

/** Lets everything else in this thread have its turn. */
export function turn(ms = 0): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
